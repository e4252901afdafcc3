package dev.rampart.local.check.rule.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The access log: one line for each request, whoever refused it. */
final class AccessLogRules {
  private static final String DESTINATION = "AccessLogSetting.DestinationArn";
  private static final String FORMAT = "AccessLogSetting.Format";
  private static final Set<String> NEEDED =
      Set.of(
          "$context.requestId",
          "$context.identity.sourceIp",
          "$context.httpMethod",
          "$context.status");
  private static final Set<String> REFUSALS =
      Set.of(
          "$context.error.responseType",
          "$context.waf.status",
          "$context.wafResponseCode",
          "$context.authorizer.error");
  // Of the claims only who it was, and by which program.
  private static final Set<String> CLAIMS =
      Set.of("$context.authorizer.claims.sub", "$context.authorizer.claims.client_id");
  private static final Set<String> AUTHORIZER =
      Set.of("$context.authorizer.status", "$context.authorizer.error");
  private static final Set<String> CREDENTIALS =
      Set.of(
          "$context.identity.apiKey",
          "$context.identity.user",
          "$context.identity.userArn",
          "$context.identity.accessKey",
          "$context.identity.caller");

  private AccessLogRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-02",
            "The access log tells who asked what, and goes to a log group of the template",
            "after an attack nobody could tell what was asked",
            "AccessLogSetting: DestinationArn with the group, Format with requestId,"
                + " identity.sourceIp, httpMethod and status of $context",
            AccessLogRules::complete),
        PostureRule.must(
            "API-03",
            "A line of the access log is one JSON object of texts",
            "filters and detection could not read it; a bare value breaks the line when it is '-'",
            "Format: {\"requestId\":\"$context.requestId\", …}, each value in quotes",
            (subject, seen) ->
                Rules.each(Types.API, FORMAT, AccessLogRules::isObjectOfTexts)
                    .examine(subject, seen)),
        PostureRule.must(
            "API-04",
            "The access log has no credential and of the claims only sub and client_id",
            "whoever reads the log could act as any client, or would read personal data",
            "remove the variable from Format",
            (subject, seen) ->
                Rules.each(Types.API, FORMAT, AccessLogRules::isClean).examine(subject, seen)),
        PostureRule.should(
            "API-05",
            "The access log tells which gate refused",
            "detection could not tell a wrong token from a blocked address",
            "Format with error.responseType, waf.status, wafResponseCode and authorizer.error",
            (subject, seen) ->
                Rules.each(Types.API, FORMAT, format -> variables(format).containsAll(REFUSALS))
                    .examine(subject, seen)));
  }

  private static void complete(CheckedTemplate subject, Examination seen) {
    for (Resource api : subject.ofType(Types.API)) {
      seen.expect(
          subject.isTarget(Json.at(api.properties(), DESTINATION), Types.LOG_GROUP),
          api,
          DESTINATION);
    }
    Predicate<JsonNode> holds = format -> variables(format).containsAll(NEEDED);
    Rules.each(Types.API, FORMAT, holds).examine(subject, seen);
  }

  private static boolean isObjectOfTexts(JsonNode format) {
    JsonNode line = Json.parse(format.asText());
    return line.isObject()
        && !line.isEmpty()
        && StreamSupport.stream(line.spliterator(), false).allMatch(JsonNode::isTextual);
  }

  private static boolean isClean(JsonNode format) {
    Set<String> variables = variables(format);
    return !variables.isEmpty()
        && variables.stream()
            .allMatch(
                variable ->
                    CLAIMS.contains(variable)
                        || AUTHORIZER.contains(variable)
                        || (variable.startsWith("$context.")
                            && !variable.startsWith("$context.authorizer")
                            && !variable.startsWith("$context.error.message")
                            && !CREDENTIALS.contains(variable)));
  }

  /** The values of the line; none if it is no JSON. */
  private static Set<String> variables(JsonNode format) {
    return StreamSupport.stream(Json.parse(format.asText()).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
