package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.input.TargetInput;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.Properties;
import java.util.List;
import java.util.Map;

/**
 * A rule of a template, with its targets.
 *
 * @param bus the name or the ARN of its event bus
 * @param request the parameters of {@code PutRule}
 */
public record RuleSettings(String bus, JsonNode request, List<RuleTarget> targets) {

  public RuleSettings {
    targets = List.copyOf(targets);
  }

  /**
   * Reads an {@code AWS::Events::Rule}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static RuleSettings read(Properties rule) {
    if (rule.has("ScheduleExpression")) {
      throw rule.fault("ScheduleExpression", "is set; schedules are no part of the local run");
    }
    ObjectNode request =
        JsonNodeFactory.instance
            .objectNode()
            .put("Name", name(rule))
            .put("EventPattern", pattern(rule))
            .put(
                "State",
                rule.choice(
                    "State", "ENABLED", Map.of("ENABLED", "ENABLED", "DISABLED", "DISABLED")));
    rule.optionalText("Description").ifPresent(text -> request.put("Description", text));
    List<RuleTarget> targets = rule.objects("Targets").stream().map(RuleSettings::target).toList();
    return new RuleSettings(rule.optionalText("EventBusName").orElse("default"), request, targets);
  }

  private static String name(Properties rule) {
    // Policies name a rule by the ARN that the template computes, so its name has to be the same.
    String arn = rule.resource().physical().attributes().getOrDefault("Arn", "");
    String name = rule.optionalText("Name").orElse(arn.substring(arn.lastIndexOf('/') + 1));
    if (!name.matches(Rule.NAME)) {
      throw rule.fault("Name", "is not 1 to 64 letters, digits, dots and dashes");
    }
    return name;
  }

  private static String pattern(Properties rule) {
    JsonNode pattern =
        rule.document("EventPattern").orElseThrow(() -> rule.fault("EventPattern", "is missing"));
    String text = pattern.isTextual() ? pattern.textValue() : pattern.toString();
    try {
      Patterns.check(text);
      return text;
    } catch (AwsError e) {
      throw rule.fault("EventPattern", "is not accepted. " + e.getMessage());
    }
  }

  private static RuleTarget target(Properties target) {
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    given.put("Id", target.text("Id")).put("Arn", target.text("Arn"));
    target.optionalText("RoleArn").ifPresent(arn -> given.put("RoleArn", arn));
    input(target, given);
    Properties retry = target.object("RetryPolicy");
    ObjectNode policy = JsonNodeFactory.instance.objectNode();
    retry
        .optionalNumber("MaximumRetryAttempts", 0, RetryPolicy.RETRIES_MAX)
        .ifPresent(number -> policy.put("MaximumRetryAttempts", number));
    retry
        .optionalNumber(
            "MaximumEventAgeInSeconds", RetryPolicy.AGE_SECONDS_MIN, RetryPolicy.AGE_SECONDS_MAX)
        .ifPresent(number -> policy.put("MaximumEventAgeInSeconds", number));
    if (!policy.isEmpty()) {
      given.set("RetryPolicy", policy);
    }
    target
        .object("DeadLetterConfig")
        .optionalText("Arn")
        .ifPresent(arn -> given.putObject("DeadLetterConfig").put("Arn", arn));
    try {
      return RuleTarget.of(given);
    } catch (AwsError e) {
      throw target.fault(
          TargetInput.MEMBERS.stream().filter(given::has).findFirst().orElse("Arn"),
          "is not accepted. " + e.getMessage());
    }
  }

  private static void input(Properties target, ObjectNode given) {
    for (String member : List.of("Input", "InputPath")) {
      target.optionalText(member).ifPresent(text -> given.put(member, text));
    }
    if (target.has("InputTransformer")) {
      Properties transformer = target.object("InputTransformer");
      ObjectNode read = given.putObject("InputTransformer");
      ObjectNode paths = read.putObject("InputPathsMap");
      transformer.map("InputPathsMap").forEach(paths::put);
      read.put("InputTemplate", transformer.text("InputTemplate"));
    }
  }
}
