package dev.rampart.local.check.rule.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the gateway answers when it refuses by itself. */
final class RefusalRules {
  private static final String RESPONSES = "x-amazon-apigateway-gateway-responses";
  private static final List<String> NAMES =
      List.of(
          ("DEFAULT_4XX DEFAULT_5XX UNAUTHORIZED ACCESS_DENIED THROTTLED QUOTA_EXCEEDED"
                  + " INVALID_API_KEY MISSING_AUTHENTICATION_TOKEN WAF_FILTERED REQUEST_TOO_LARGE"
                  + " BAD_REQUEST_BODY BAD_REQUEST_PARAMETERS UNSUPPORTED_MEDIA_TYPE"
                  + " INTEGRATION_FAILURE INTEGRATION_TIMEOUT EXPIRED_TOKEN")
              .split(" ", -1));
  // A status that says something else would mislead clients and their retries.
  private static final Map<String, String> STATUSES =
      Map.of(
          "UNAUTHORIZED", "401",
          "EXPIRED_TOKEN", "401",
          "ACCESS_DENIED", "403",
          "INVALID_API_KEY", "403",
          "WAF_FILTERED", "403",
          "REQUEST_TOO_LARGE", "413",
          "UNSUPPORTED_MEDIA_TYPE", "415",
          "THROTTLED", "429",
          "QUOTA_EXCEEDED", "429",
          "INTEGRATION_TIMEOUT", "504");
  private static final Set<String> MEMBERS =
      Set.of("type", "title", "status", "detail", "instance", "requestId", "gate");
  private static final Set<String> GATES =
      Set.of(
          "edge", "waf", "token", "plan", "schema", "input", "inspection", "domain", "dependency");
  private static final String REQUEST_ID = "$context.requestId";
  // A variable or a directive of the template language.
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[$]!?\\{?[A-Za-z][A-Za-z0-9.]*|#(set|if|foreach|include|parse|evaluate|define)\\b");
  private static final Pattern FIXED = Pattern.compile("'.*'", Pattern.DOTALL);

  private RefusalRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-19",
            "Each refusal that the gateway makes by itself has an answer",
            "the gateway would answer with a text of its own, and without headers",
            "the missing name under " + RESPONSES,
            RefusalRules::complete),
        PostureRule.must(
            "API-20",
            "Each answer is a problem document with the status that is sent and the gate",
            "clients could not read why they were refused",
            "Content-Type 'application/problem+json', and a template of type, title, status,"
                + " detail, instance, requestId and gate",
            RefusalRules::problem),
        PostureRule.must(
            "API-21",
            "Each answer may be read by the page that asked",
            "a browser would show a network fault instead of the refusal",
            "gatewayresponse.header.Access-Control-Allow-Origin: the one origin",
            RefusalRules::readable),
        PostureRule.must(
            "API-22",
            "Each answer is not sniffed, not stored and not framed, and keeps to TLS",
            "a browser could run or keep what was only a refusal",
            "X-Content-Type-Options: 'nosniff', Cache-Control: 'no-store', X-Frame-Options: 'DENY',"
                + " Strict-Transport-Security with max-age",
            RefusalRules::inert),
        PostureRule.must(
            "API-41",
            "No answer shows what the gateway knows",
            "the text of an error, a claim or a header of the request would be handed to an"
                + " attacker",
            "of the variables only $context.requestId; header values in single quotes",
            RefusalRules::silent));
  }

  private static void each(CheckedTemplate subject, Examination seen, Predicate<JsonNode> holds) {
    for (Resource api : subject.ofType(Types.API)) {
      for (Map.Entry<String, JsonNode> answer : answers(api).properties()) {
        seen.expect(holds.test(answer.getValue()), place(api, answer.getKey()));
      }
    }
  }

  private static JsonNode answers(Resource api) {
    return api.property("DefinitionBody").path(RESPONSES);
  }

  private static Place place(Resource api, String name) {
    JsonPointer at = JsonPointer.compile("/DefinitionBody/" + RESPONSES).appendProperty(name);
    return Place.of(api, api.logicalId(), name, at);
  }

  private static String header(JsonNode answer, String name) {
    return answer.path("responseParameters").path("gatewayresponse.header." + name).asText();
  }

  private static void complete(CheckedTemplate subject, Examination seen) {
    for (Resource api : subject.ofType(Types.API)) {
      for (String name : NAMES) {
        JsonNode answer = answers(api).path(name);
        String status = answer.path("statusCode").asText();
        seen.expect(
            answer.isObject() && STATUSES.getOrDefault(name, status).equals(status),
            place(api, name));
      }
    }
  }

  private static void problem(CheckedTemplate subject, Examination seen) {
    each(
        subject,
        seen,
        answer -> {
          JsonNode templates = answer.path("responseTemplates");
          JsonNode problem = Json.parse(templates.path("application/json").asText());
          return templates.size() == 1
              && header(answer, "Content-Type").equals("'application/problem+json'")
              && MEMBERS.stream().allMatch(problem::has)
              && problem.path("status").asText().equals(answer.path("statusCode").asText())
              && GATES.contains(problem.path("gate").asText())
              && problem.path("requestId").asText().equals(REQUEST_ID);
        });
  }

  private static void readable(CheckedTemplate subject, Examination seen) {
    each(subject, seen, answer -> Origins.isOne(header(answer, Origins.HEADER)));
  }

  private static void inert(CheckedTemplate subject, Examination seen) {
    each(
        subject,
        seen,
        answer ->
            header(answer, "X-Content-Type-Options").equals("'nosniff'")
                && header(answer, "Cache-Control").equals("'no-store'")
                && header(answer, "X-Frame-Options").equals("'DENY'")
                && header(answer, "Strict-Transport-Security").matches("'max-age=[1-9]\\d{7,}.*'"));
  }

  private static void silent(CheckedTemplate subject, Examination seen) {
    each(
        subject,
        seen,
        answer -> {
          boolean fixed =
              Json.list(answer.path("responseParameters")).stream()
                  .flatMap(headers -> headers.properties().stream())
                  .allMatch(header -> FIXED.matcher(header.getValue().asText()).matches());
          boolean onlyRequestId =
              VARIABLE
                  .matcher(answer.path("responseTemplates").toString())
                  .results()
                  .map(MatchResult::group)
                  .allMatch(REQUEST_ID::equals);
          return fixed && onlyRequestId && Symbol.in(answer.toString()).isEmpty();
        });
  }
}
