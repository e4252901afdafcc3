package dev.rampart.local.identity.settings;

import dev.rampart.local.identity.crypto.ClientSecret;
import dev.rampart.local.identity.settings.ClientSettings.Grant;
import dev.rampart.local.identity.settings.ClientSettings.SignInFlow;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one app client, and refuses the combinations that Cognito refuses. */
final class ClientReader {
  private static final Set<String> STANDARD_SCOPES =
      Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

  private static final Map<String, Grant> GRANTS =
      Map.of("code", Grant.CODE, "client_credentials", Grant.CLIENT_CREDENTIALS);

  private static final Map<String, SignInFlow> FLOWS =
      Map.of(
          "ALLOW_USER_SRP_AUTH", SignInFlow.USER_SRP,
          "ALLOW_REFRESH_TOKEN_AUTH", SignInFlow.REFRESH_TOKEN,
          "ALLOW_ADMIN_USER_PASSWORD_AUTH", SignInFlow.ADMIN_USER_PASSWORD);

  private final Properties client;
  private final Set<String> customScopes;

  ClientReader(Properties client, Set<String> customScopes) {
    this.client = client;
    this.customScopes = customScopes;
  }

  ClientSettings read(String logicalId, PhysicalIds ids) {
    client.leave("ReadAttributes", "WriteAttributes");
    Optional<ClientSecret> secret =
        client.flag("GenerateSecret", false)
            ? Optional.of(new ClientSecret(ids.clientSecret(logicalId)))
            : Optional.empty();
    Optional<Duration> rotationGrace = rotationGrace(client.object("RefreshTokenRotation"));
    Set<Grant> grants = grants(secret.isPresent());
    List<String> callbackUrls = urls("CallbackURLs");
    if (grants.contains(Grant.CODE) && callbackUrls.isEmpty()) {
      throw client.fault("CallbackURLs", "is missing, and the code grant needs it");
    }
    return new ClientSettings(
        ids.client(logicalId),
        client.optionalText("ClientName").orElse(logicalId),
        secret,
        grants,
        scopes(grants),
        callbackUrls,
        urls("LogoutURLs"),
        flows(rotationGrace.isPresent()),
        new LifetimesReader(client).read(),
        rotationGrace,
        client.choice(
            "PreventUserExistenceErrors", "ENABLED", Map.of("ENABLED", true, "LEGACY", false)),
        client.flag("EnableTokenRevocation", true),
        client.resource().properties());
  }

  private Set<Grant> grants(boolean hasSecret) {
    Set<Grant> grants = offered("AllowedOAuthFlows", GRANTS);
    if (!grants.isEmpty() && !client.flag("AllowedOAuthFlowsUserPoolClient", false)) {
      throw client.fault("AllowedOAuthFlowsUserPoolClient", "is not true, so no flow would work");
    }
    if (grants.contains(Grant.CLIENT_CREDENTIALS) && (!hasSecret || grants.size() > 1)) {
      throw client.fault(
          "AllowedOAuthFlows", "has client_credentials, which needs a secret and stands alone");
    }
    boolean ours = client.texts("SupportedIdentityProviders").equals(List.of("COGNITO"));
    if (grants.contains(Grant.CODE) && !ours) {
      throw client.fault("SupportedIdentityProviders", "is not [COGNITO], the only one offered");
    }
    return grants;
  }

  private Set<String> scopes(Set<Grant> grants) {
    Set<String> scopes = Set.copyOf(client.texts("AllowedOAuthScopes"));
    for (String scope : scopes) {
      boolean standard = STANDARD_SCOPES.contains(scope);
      if (!standard && !customScopes.contains(scope)) {
        throw client.fault("AllowedOAuthScopes", "has " + scope + ", which no one defines");
      }
      if (standard && grants.contains(Grant.CLIENT_CREDENTIALS)) {
        throw client.fault("AllowedOAuthScopes", "has " + scope + ", which needs a user");
      }
    }
    return scopes;
  }

  private List<String> urls(String name) {
    List<String> urls = client.texts(name);
    for (String url : urls) {
      if (!url.matches("https://[^#\\s]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])[^#\\s]*")) {
        throw client.fault(name, "has " + url + ", which is neither https nor on this machine");
      }
    }
    return urls;
  }

  private Set<SignInFlow> flows(boolean rotates) {
    List<String> names = client.texts("ExplicitAuthFlows");
    if (names.isEmpty()) {
      return rotates
          ? Set.of(SignInFlow.USER_SRP)
          : Set.of(SignInFlow.USER_SRP, SignInFlow.REFRESH_TOKEN);
    }
    if (rotates && names.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
      throw client.fault(
          "ExplicitAuthFlows", "has ALLOW_REFRESH_TOKEN_AUTH, which rotation does not allow");
    }
    return offered("ExplicitAuthFlows", FLOWS);
  }

  /** Returns what the texts of a list stand for. */
  private <T> Set<T> offered(String property, Map<String, T> choices) {
    Set<T> offered = new HashSet<>();
    for (String name : client.texts(property)) {
      offered.add(
          Optional.ofNullable(choices.get(name))
              .orElseThrow(() -> client.fault(property, "has " + name + ", which is not offered")));
    }
    return Set.copyOf(offered);
  }

  private static Optional<Duration> rotationGrace(Properties rotation) {
    int seconds = rotation.number("RetryGracePeriodSeconds", 0, 0, 60);
    return rotation.choice(
        "Feature",
        "DISABLED",
        Map.of("ENABLED", Optional.of(Duration.ofSeconds(seconds)), "DISABLED", Optional.empty()));
  }
}
