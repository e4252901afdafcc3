package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.TargetRoles;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** API destinations: what events leave AWS by, and how the receiver knows them. */
final class WebhookRules {
  private static final String CONNECTION = "AWS::Events::Connection";
  private static final String KEY = "AuthParameters.ApiKeyAuthParameters";
  private static final String VALUE = KEY + ".ApiKeyValue";
  private static final String ENDPOINT = "InvocationEndpoint";
  // As many as a receiver of a small team stands; more are delayed, none is lost.
  private static final int RATE_MAX = 50;
  private static final Pattern FROM_SECRET =
      Pattern.compile("\\{\\{resolve:secretsmanager:([^{}]+?):SecretString(?::[^:{}]+)?}}");

  private WebhookRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "EVB-21",
            "An API destination is the target of a rule, over https, at a URL that the owner gives"
                + " and at 50 calls a second at most",
            "events would leave by a way that nobody looks at, in the clear, or flood the receiver",
            "InvocationEndpoint: !Ref of a parameter, HttpMethod: POST,"
                + " InvocationRateLimitPerSecond: 10",
            WebhookRules::destinations),
        PostureRule.must(
            "EVB-22",
            "A connection shows an API key that a secret of the template holds, and nothing else",
            "a key in a parameter or in the template is known to all who read it; whoever knows it"
                + " can send threats in our name",
            "AuthorizationType: API_KEY, ApiKeyValue:"
                + " '{{resolve:secretsmanager:${Secret}:SecretString:key}}'",
            WebhookRules::connections));
  }

  private static void destinations(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource destination : subject.ofType(Types.API_DESTINATION)) {
      seen.expect(TargetRoles.isTarget(subject, destination), destination);
      seen.expect(
          destination.text(ENDPOINT, "").startsWith("https://") && isGiven(subject, destination),
          destination,
          ENDPOINT);
      seen.expect(destination.text("HttpMethod", "").equals("POST"), destination, "HttpMethod");
      seen.expect(
          Rules.isWithin(destination.property("InvocationRateLimitPerSecond"), 1, RATE_MAX),
          destination,
          "InvocationRateLimitPerSecond");
      seen.expect(
          subject.isTarget(destination.property("ConnectionArn"), CONNECTION),
          destination,
          "ConnectionArn");
      Rules.only(
          destination,
          "",
          seen,
          "ConnectionArn",
          "Description",
          "HttpMethod",
          ENDPOINT,
          "InvocationRateLimitPerSecond",
          "Name");
    }
  }

  /** As it is written: here the parameter has its value already. */
  private static boolean isGiven(CheckedTemplate subject, Resource destination) {
    JsonNode written =
        subject
            .template()
            .section("Resources")
            .path(destination.logicalId())
            .path("Properties")
            .path(ENDPOINT);
    return subject.template().section("Parameters").has(written.path("Ref").asText());
  }

  private static void connections(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource connection : subject.ofType(CONNECTION)) {
      seen.expect(
          connection.text("AuthorizationType", "").equals("API_KEY"),
          connection,
          "AuthorizationType");
      seen.expect(
          isFromSecret(subject, Json.at(connection.properties(), VALUE).asText()),
          connection,
          VALUE);
      Rules.only(
          connection, "", seen, "AuthParameters", "AuthorizationType", "Description", "Name");
      Rules.only(connection, "AuthParameters", seen, "ApiKeyAuthParameters");
      Rules.only(connection, KEY, seen, "ApiKeyName", "ApiKeyValue");
    }
  }

  private static boolean isFromSecret(CheckedTemplate subject, String value) {
    Matcher reference = FROM_SECRET.matcher(value);
    return reference.matches()
        && subject.isTarget(TextNode.valueOf(reference.group(1)), Types.SECRET);
  }
}
