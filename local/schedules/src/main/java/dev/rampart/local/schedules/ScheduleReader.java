package dev.rampart.local.schedules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the schedules of a template, and their groups. */
public final class ScheduleReader {
  private static final String SCHEDULE = "AWS::Scheduler::Schedule";
  private static final String GROUP = "AWS::Scheduler::ScheduleGroup";
  private static final String GROUP_NAME = "GroupName";
  private static final String DEFAULT_GROUP = "default";
  private static final String EXPRESSION = "ScheduleExpression";
  private static final String ZONE = "ScheduleExpressionTimezone";
  private static final String INPUT = "Input";

  /** {@code rate(5 minutes)}; what is longer than these digits is longer than a run. */
  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]{0,5}) (minute|hour|day)s?\\)");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of("minute", ChronoUnit.MINUTES, "hour", ChronoUnit.HOURS, "day", ChronoUnit.DAYS);

  private static final String NAME = "[0-9a-zA-Z_.-]{1,64}";
  // Bounds of the API Reference, "RetryPolicy"; the upper ones are the defaults as well.
  private static final int RETRIES_MAX = 185;
  private static final int AGE_SECONDS_MIN = 60;
  private static final int AGE_SECONDS_MAX = 86_400;

  /** The most that Lambda takes of an event which nobody waits for. */
  private static final int INPUT_BYTES_MAX = 256 * 1024;

  private final Predicate<String> functions;
  private final Predicate<String> queues;
  private final Set<String> groups = new HashSet<>(Set.of(DEFAULT_GROUP));

  private ScheduleReader(Predicate<String> functions, Predicate<String> queues) {
    this.functions = functions;
    this.queues = queues;
  }

  /** Returns whether a type of resources is read here. */
  public static boolean takes(String type) {
    return type.equals(SCHEDULE) || type.equals(GROUP);
  }

  /**
   * Reads resources.
   *
   * @param functions whether there is a function of an ARN, perhaps with an alias
   * @param queues whether there is a queue of an ARN
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static List<ScheduleSettings> read(
      List<Properties> resources, Predicate<String> functions, Predicate<String> queues) {
    ScheduleReader reader = new ScheduleReader(functions, queues);
    resources.stream().filter(each -> isOf(GROUP, each)).forEach(reader::group);
    return resources.stream().filter(each -> isOf(SCHEDULE, each)).map(reader::schedule).toList();
  }

  private static boolean isOf(String type, Properties each) {
    return each.resource().type().equals(type);
  }

  private void group(Properties group) {
    group.leave("Tags");
    requireName(group);
    groups.add(group.resource().physical().ref());
  }

  private static void requireName(Properties owner) {
    if (!owner.optionalText("Name").orElse(DEFAULT_GROUP).matches(NAME)) {
      throw owner.fault("Name", "is not 1 to 64 letters, digits, dots, dashes and underscores");
    }
  }

  private ScheduleSettings schedule(Properties schedule) {
    schedule.takeDescriptions("Description");
    schedule.leave("KmsKeyArn");
    requireName(schedule);
    if (!groups.contains(schedule.optionalText(GROUP_NAME).orElse(DEFAULT_GROUP))) {
      throw schedule.fault(GROUP_NAME, "names no schedule group of the template");
    }
    Properties window = schedule.object("FlexibleTimeWindow");
    if (!window.text("Mode").equals("OFF")) {
      throw window.fault("Mode", "is not OFF; flexible windows are no part of the local run");
    }
    requireZone(schedule);
    Resource resource = schedule.resource();
    return new ScheduleSettings(
        resource.logicalId(),
        resource.physical().attributes().getOrDefault("Arn", ""),
        every(schedule),
        schedule.choice("State", "ENABLED", Map.of("ENABLED", true, "DISABLED", false)),
        target(schedule.object("Target")));
  }

  /** A rate is the same in all zones. */
  private static void requireZone(Properties schedule) {
    try {
      ZoneId _ = ZoneId.of(schedule.optionalText(ZONE).orElse("UTC"));
    } catch (DateTimeException _) {
      throw schedule.fault(ZONE, "is no time zone");
    }
  }

  private static Duration every(Properties schedule) {
    String expression = schedule.text(EXPRESSION);
    if (expression.startsWith("cron(") || expression.startsWith("at(")) {
      throw schedule.fault(
          EXPRESSION,
          "is " + expression + "; the local run has rates alone, such as rate(5 minutes)");
    }
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      throw schedule.fault(EXPRESSION, "is no rate of minutes, hours or days");
    }
    ChronoUnit unit = Optional.ofNullable(UNITS.get(rate.group(2))).orElseThrow();
    return unit.getDuration().multipliedBy(Long.parseLong(rate.group(1)));
  }

  private ScheduleTarget target(Properties target) {
    String function = target.text("Arn");
    if (!functions.test(function)) {
      throw target.fault("Arn", "names no function of the template, or its alias");
    }
    // The role is read with all others: whoever knows the schedule knows its role.
    String _ = target.text("RoleArn");
    Properties retries = target.object("RetryPolicy");
    Properties deadLetters = target.object("DeadLetterConfig");
    Optional<String> queue = deadLetters.optionalText("Arn");
    if (queue.isPresent() && !queues.test(queue.get())) {
      throw deadLetters.fault("Arn", "names no queue of the template");
    }
    return new ScheduleTarget(
        function,
        new ScheduleInput(input(target)),
        retries.number("MaximumRetryAttempts", RETRIES_MAX, 0, RETRIES_MAX),
        Duration.ofSeconds(
            retries.number(
                "MaximumEventAgeInSeconds", AGE_SECONDS_MAX, AGE_SECONDS_MIN, AGE_SECONDS_MAX)),
        queue);
  }

  private static String input(Properties target) {
    if (!target.has(INPUT)) {
      throw target.fault(
          INPUT, "is missing; what a schedule sends without one is no part of the local run");
    }
    String input = target.text(INPUT);
    if (input.getBytes(StandardCharsets.UTF_8).length > INPUT_BYTES_MAX) {
      throw target.fault(INPUT, "is longer than " + INPUT_BYTES_MAX + " bytes");
    }
    try {
      JsonNode _ = ClientJson.STRICT.readTree(input);
      return input;
    } catch (JsonProcessingException _) {
      throw target.fault(INPUT, "is no JSON, as a function needs it");
    }
  }
}
