package dev.rampart.local.identity.settings;

import dev.rampart.local.identity.crypto.ClientSecret;
import dev.rampart.local.identity.settings.ClientSettings.Grant;
import dev.rampart.local.identity.settings.ClientSettings.SignInFlow;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one app client, and refuses the combinations that Cognito refuses. */
final class ClientReader {
  private static final Set<String> STANDARD_SCOPES =
      Set.of("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin");

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
        hidesUnknownUsers(),
        client.flag("EnableTokenRevocation", true),
        client.resource().properties());
  }

  private boolean hidesUnknownUsers() {
    return switch (client.optionalText("PreventUserExistenceErrors").orElse("ENABLED")) {
      case "ENABLED" -> true;
      case "LEGACY" -> false;
      default -> throw client.fault("PreventUserExistenceErrors", "is not ENABLED or LEGACY");
    };
  }

  private Set<Grant> grants(boolean hasSecret) {
    Set<Grant> grants =
        client.texts("AllowedOAuthFlows").stream()
            .map(this::grant)
            .collect(Collectors.toUnmodifiableSet());
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

  private Grant grant(String name) {
    return switch (name) {
      case "code" -> Grant.CODE;
      case "client_credentials" -> Grant.CLIENT_CREDENTIALS;
      default -> throw client.fault("AllowedOAuthFlows", "has " + name + ", which is not offered");
    };
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
    return names.stream().map(this::flow).collect(Collectors.toUnmodifiableSet());
  }

  private SignInFlow flow(String name) {
    return switch (name) {
      case "ALLOW_USER_SRP_AUTH" -> SignInFlow.USER_SRP;
      case "ALLOW_REFRESH_TOKEN_AUTH" -> SignInFlow.REFRESH_TOKEN;
      case "ALLOW_ADMIN_USER_PASSWORD_AUTH" -> SignInFlow.ADMIN_USER_PASSWORD;
      default -> throw client.fault("ExplicitAuthFlows", "has " + name + ", which is not offered");
    };
  }

  private static Optional<Duration> rotationGrace(Properties rotation) {
    int seconds = rotation.number("RetryGracePeriodSeconds", 0, 0, 60);
    return switch (rotation.optionalText("Feature").orElse("DISABLED")) {
      case "ENABLED" -> Optional.of(Duration.ofSeconds(seconds));
      case "DISABLED" -> Optional.empty();
      default -> throw rotation.fault("Feature", "is not ENABLED or DISABLED");
    };
  }
}
