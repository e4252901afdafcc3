package dev.rampart.local.check.rule.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment of functions, and what they log. */
final class EnvironmentRules {
  private static final String VARIABLES = "Environment.Variables";
  private static final List<String> SECRET_NAMES =
      List.of("password", "secret", "token", "private", "credential", "apikey", "api_key");
  private static final Pattern CREDENTIAL =
      Pattern.compile("(AKIA|ASIA)[0-9A-Z]{16}|-----BEGIN|\\{\\{resolve:");
  // What starts code of others in or before the JVM.
  private static final Set<String> HOOKS =
      Set.of(
          "AWS_LAMBDA_EXEC_WRAPPER",
          "CLASSPATH",
          "JDK_JAVA_OPTIONS",
          "LD_LIBRARY_PATH",
          "LD_PRELOAD",
          "_JAVA_OPTIONS");
  // What sends calls to a place of somebody else.
  private static final Pattern DETOUR =
      Pattern.compile("AWS_ENDPOINT_URL.*|(HTTPS?|ALL)_PROXY", Pattern.CASE_INSENSITIVE);
  private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";
  // They make a start shorter and load nothing.
  private static final Set<String> HARMLESS_OPTIONS =
      Set.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  // The line of each request, which the security API and replay read.
  private static final String REQUEST_LEVEL = "INFO";
  private static final Set<String> SYSTEM_LEVELS = Set.of("INFO", "WARN");
  private static final Set<String> LEVELS =
      Set.of("POWERTOOLS_LOG_LEVEL", "LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL");
  private static final Set<String> VERBOSE =
      Set.of(
          "POWERTOOLS_LOGGER_LOG_EVENT",
          "POWERTOOLS_LOGGER_LOG_RESPONSE",
          "POWERTOOLS_LOGGER_SAMPLE_RATE",
          "POWERTOOLS_TRACER_CAPTURE_RESPONSE");

  private EnvironmentRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "FN-14",
            "No secret stands in an environment",
            "whoever may look at a function reads it, and it is in the history of the template",
            "hand over the ARN of a secret; the function reads it",
            EnvironmentRules::noSecret),
        PostureRule.must(
            "FN-24",
            "Nothing in an environment starts code of others or sends calls elsewhere",
            "an agent, a wrapper, a proxy or another endpoint sees every request and every secret",
            "remove the variable",
            EnvironmentRules::noHook),
        PostureRule.must(
            "FN-25",
            "Every function logs at the level INFO, and neither events nor answers",
            "with more, bodies, tokens and addresses of people would stand in the log; with less,"
                + " the line of each request, which the security API and replay read, would not",
            "POWERTOOLS_LOG_LEVEL: INFO, and none of the variables that log more",
            EnvironmentRules::requestLevel));
  }

  private static void noSecret(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource function : LambdaFunctions.all(subject)) {
      for (Map.Entry<String, JsonNode> variable : variables(function)) {
        String name = variable.getKey().toLowerCase(Locale.ROOT);
        String value = variable.getValue().asText();
        boolean literal = Symbol.in(value).isEmpty();
        boolean suspicious = SECRET_NAMES.stream().anyMatch(name::contains);
        expect(
            !(literal && suspicious) && !CREDENTIAL.matcher(value).find(),
            function,
            variable.getKey(),
            seen);
      }
    }
  }

  private static void noHook(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource function : LambdaFunctions.all(subject)) {
      for (Map.Entry<String, JsonNode> variable : variables(function)) {
        boolean harmless =
            !variable.getKey().equals(JVM_OPTIONS)
                || Arrays.stream(variable.getValue().asText().strip().split("\\s+", -1))
                    .allMatch(HARMLESS_OPTIONS::contains);
        boolean straight =
            !HOOKS.contains(variable.getKey()) && !DETOUR.matcher(variable.getKey()).matches();
        expect(harmless && straight, function, variable.getKey(), seen);
      }
    }
  }

  private static void requestLevel(CheckedTemplate subject, Examination seen) {
    Rules.each(
            Types.FUNCTION,
            "LoggingConfig.ApplicationLogLevel",
            value -> value.isMissingNode() || isRequestLevel(value))
        .examine(subject, seen);
    Rules.each(
            Types.FUNCTION,
            "LoggingConfig.SystemLogLevel",
            value -> value.isMissingNode() || SYSTEM_LEVELS.contains(value.asText()))
        .examine(subject, seen);
    for (Resource function : LambdaFunctions.all(subject)) {
      for (Map.Entry<String, JsonNode> variable : variables(function)) {
        String name = variable.getKey();
        boolean otherLevel = LEVELS.contains(name) && !isRequestLevel(variable.getValue());
        expect(!VERBOSE.contains(name) && !otherLevel, function, name, seen);
      }
    }
  }

  private static boolean isRequestLevel(JsonNode level) {
    return level.asText().equals(REQUEST_LEVEL);
  }

  private static Set<Map.Entry<String, JsonNode>> variables(Resource function) {
    return Json.at(function.properties(), VARIABLES).properties();
  }

  private static void expect(boolean holds, Resource function, String name, Examination seen) {
    seen.expect(holds, function, VARIABLES + "." + name);
  }
}
