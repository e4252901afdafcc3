package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.CountedText;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Clients of a user pool, and the scopes that they may ask for. */
final class ClientRules {
  private static final String SERVER = "AWS::Cognito::UserPoolResourceServer";
  private static final String FLOWS = "AllowedOAuthFlows";
  private static final String SCOPES = "AllowedOAuthScopes";
  private static final Set<String> STANDARD_SCOPES =
      Set.of("openid", "email", "profile", "phone", "aws.cognito.signin.user.admin");
  private static final Pattern CALLBACK =
      Pattern.compile("https://[^/*\\s]+(/[^*\\s]*)?|http://localhost(:\\d{1,5})?(/[^*\\s]*)?");
  private static final List<String> FOREIGN =
      List.of(
          "http://example.com/",
          "http://localhost.example.com/",
          "http://localhost:3000@example.com/",
          "javascript:alert(1)",
          "x-app://callback");

  private ClientRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "COG-10",
            "Each scope of an operation or a client is defined by a resource server",
            "a scope that nobody defines is never in a token",
            "list it under Scopes of an AWS::Cognito::UserPoolResourceServer",
            ClientRules::scopesDefined),
        PostureRule.must(
            "COG-11",
            "An operation asks for scopes of its own",
            "every signed-in user has openid and its like",
            "security: a scope of the resource server",
            ClientRules::scopesOwn),
        client(
            "COG-12",
            "No client takes a password in the clear, or an authentication of its own making",
            "an app would see the password, a trigger could let anybody in",
            "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH], or [ALLOW_REFRESH_TOKEN_AUTH] for programs",
            ClientRules::authentication),
        client(
            "COG-13",
            "No client gets tokens in a URL",
            "they stay in histories and logs",
            "AllowedOAuthFlows: [code]",
            (client, seen) ->
                seen.expect(
                    Set.of(List.of("code"), List.of("client_credentials")).contains(flows(client)),
                    client,
                    FLOWS)),
        client(
            "COG-14",
            "A client for people has no secret",
            "a secret in a browser is none",
            "GenerateSecret: false",
            (client, seen) ->
                seen.expect(
                    !isForPeople(client) || !Json.isTrue(client.property("GenerateSecret")),
                    client,
                    "GenerateSecret")),
        client(
            "COG-15",
            "A client for programs has a secret, and no other grant",
            "anybody who knows its id could get tokens",
            "GenerateSecret: true, AllowedOAuthFlows: [client_credentials]",
            (client, seen) ->
                seen.expect(
                    isForPeople(client)
                        || (Json.isTrue(client.property("GenerateSecret"))
                            && flows(client).equals(List.of("client_credentials"))),
                    client,
                    "GenerateSecret")),
        client(
            "COG-16",
            "No client tells whether a user exists",
            "names of users could be tried one by one",
            "PreventUserExistenceErrors: ENABLED",
            property("PreventUserExistenceErrors", value -> value.asText().equals("ENABLED"))),
        client(
            "COG-17",
            "Tokens can be revoked",
            "a stolen refresh token could not be ended",
            "EnableTokenRevocation: true",
            property("EnableTokenRevocation", Json::isTrue)),
        client(
            "COG-20",
            "Browsers go back to https, or to localhost, and to no pattern",
            "whoever gets the code on the way signs in",
            "CallbackURLs, LogoutURLs and DefaultRedirectURI with https:// or http://localhost",
            ClientRules::callbacks),
        client(
            "COG-23",
            "Scopes of each client reach its tokens",
            "without the switch Cognito ignores the scopes",
            "AllowedOAuthFlowsUserPoolClient: true and AllowedOAuthScopes",
            ClientRules::scopesReach),
        client(
            "COG-32",
            "A client for people says which attributes it reads and writes: the e-mail alone",
            "by default it writes all, also those that decide what a user may do",
            "ReadAttributes: [email], WriteAttributes: [email]",
            ClientRules::attributes),
        client(
            "COG-33",
            "A client has no property that nobody reviewed, and signs in by the pool alone",
            "another identity provider is another way in",
            "SupportedIdentityProviders: [COGNITO]; remove the property, or add it to the rule",
            ClientRules::nothingElse),
        PostureRule.must(
            "COG-34",
            "The pattern of the parameter that callbacks come from refuses what COG-20 refuses",
            "a wrong value would pass at the next deployment, with no check in between",
            "AllowedPattern: 'https://…|http://localhost(:[0-9]{1,5})?(/…)?'",
            ClientRules::callbackParameters));
  }

  static PostureRule client(
      String id, String title, String why, String mend, BiConsumer<Resource, Examination> test) {
    return PostureRule.must(id, title, why, mend, each(test));
  }

  static PostureRule.Test each(BiConsumer<Resource, Examination> test) {
    return (subject, seen) ->
        subject.ofType(Types.USER_POOL_CLIENT).forEach(client -> test.accept(client, seen));
  }

  static BiConsumer<Resource, Examination> property(String name, Predicate<JsonNode> holds) {
    return (client, seen) -> seen.expect(holds.test(client.property(name)), client, name);
  }

  private static List<String> flows(Resource client) {
    return Json.texts(client.property(FLOWS));
  }

  static boolean isForPeople(Resource client) {
    return !flows(client).contains("client_credentials");
  }

  private static void scopesDefined(CheckedTemplate subject, Examination seen) {
    Set<String> defined = new HashSet<>();
    for (Resource server : subject.ofType(SERVER)) {
      Rules.only(server, "", seen, "Identifier", "Name", "Scopes", "UserPoolId");
      for (JsonNode scope : Json.list(server.property("Scopes"))) {
        defined.add(server.text("Identifier", "") + "/" + scope.path("ScopeName").asText());
      }
    }
    seen.expect(!defined.isEmpty(), Place.absent("a resource server with scopes"));
    for (Operation operation : Operation.calls(subject)) {
      for (String scope : scopes(operation)) {
        seen.expect(defined.contains(scope), operation.place("security"));
      }
    }
    for (Resource client : subject.ofType(Types.USER_POOL_CLIENT)) {
      for (String scope : Json.texts(client.property(SCOPES))) {
        // openid gives an id token and nothing of the API; the other standard scopes give more.
        boolean signsIn = scope.equals("openid") && isForPeople(client);
        seen.expect(signsIn || defined.contains(scope), client, SCOPES);
      }
    }
  }

  private static List<String> scopes(Operation operation) {
    return operation.security().values().stream().flatMap(List::stream).toList();
  }

  private static void scopesOwn(CheckedTemplate subject, Examination seen) {
    for (Operation operation : Operation.calls(subject)) {
      seen.expect(
          scopes(operation).stream().noneMatch(STANDARD_SCOPES::contains),
          operation.place("security"));
    }
  }

  private static void authentication(Resource client, Examination seen) {
    Set<String> known =
        isForPeople(client)
            ? Set.of("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
            : Set.of("ALLOW_REFRESH_TOKEN_AUTH");
    List<String> flows = Json.texts(client.property("ExplicitAuthFlows"));
    seen.expect(!flows.isEmpty() && known.containsAll(flows), client, "ExplicitAuthFlows");
  }

  private static void callbacks(Resource client, Examination seen) {
    seen.expect(
        !isForPeople(client) || !client.property("CallbackURLs").isEmpty(), client, "CallbackURLs");
    for (String kind : List.of("CallbackURLs", "LogoutURLs", "DefaultRedirectURI")) {
      for (String url : Json.texts(client.property(kind))) {
        seen.expect(CALLBACK.matcher(url).matches(), client, kind);
      }
    }
  }

  private static void callbackParameters(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    JsonNode parameters = subject.template().section("Parameters");
    for (Resource client : subject.ofType(Types.USER_POOL_CLIENT)) {
      for (String kind : List.of("CallbackURLs", "LogoutURLs")) {
        for (JsonNode url : client.written().path(kind)) {
          String name = url.path("Ref").asText();
          if (parameters.has(name)) {
            seen.expect(
                refusesForeign(parameters.path(name).path("AllowedPattern").asText()),
                Place.section(subject.template(), "Parameters", name));
          }
        }
      }
    }
  }

  private static boolean refusesForeign(String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      Predicate<String> allowed =
          url -> compiled.matcher(new CountedText(url, CountedText.READS_MAX)).matches();
      return allowed.test("https://example.com/callback") && FOREIGN.stream().noneMatch(allowed);
    } catch (PatternSyntaxException | CountedText.ReadTooOften _) {
      return false;
    }
  }

  private static void scopesReach(Resource client, Examination seen) {
    seen.expect(
        Json.isTrue(client.property("AllowedOAuthFlowsUserPoolClient")),
        client,
        "AllowedOAuthFlowsUserPoolClient");
    seen.expect(!client.property(SCOPES).isEmpty(), client, SCOPES);
  }

  private static void attributes(Resource client, Examination seen) {
    for (String kind : List.of("ReadAttributes", "WriteAttributes")) {
      seen.expect(
          !isForPeople(client) || Json.texts(client.property(kind)).equals(List.of("email")),
          client,
          kind);
    }
  }

  private static void nothingElse(Resource client, Examination seen) {
    seen.expect(
        Json.texts(client.property("SupportedIdentityProviders")).equals(List.of("COGNITO")),
        client,
        "SupportedIdentityProviders");
    Rules.only(
        client,
        "",
        seen,
        "AccessTokenValidity",
        FLOWS,
        "AllowedOAuthFlowsUserPoolClient",
        SCOPES,
        "AuthSessionValidity",
        "CallbackURLs",
        "ClientName",
        "DefaultRedirectURI",
        "EnableTokenRevocation",
        "ExplicitAuthFlows",
        "GenerateSecret",
        "IdTokenValidity",
        "LogoutURLs",
        "PreventUserExistenceErrors",
        "ReadAttributes",
        "RefreshTokenRotation",
        "RefreshTokenValidity",
        "SupportedIdentityProviders",
        "TokenValidityUnits",
        "UserPoolId",
        "WriteAttributes");
  }
}
