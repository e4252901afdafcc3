package dev.rampart.local.logs.group;

import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A log group of a template.
 *
 * @param retention how long lines are kept; empty for as long as there is room
 */
public record LogGroupSettings(String name, Optional<Duration> retention) {
  private static final String NAME = "[.\\-_/#A-Za-z0-9]{1,512}";

  /** The values that {@code PutRetentionPolicy} takes, in days. */
  private static final Map<String, Integer> RETENTION_DAYS =
      Stream.of(
              1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
              2922, 3288, 3653)
          .collect(Collectors.toUnmodifiableMap(Object::toString, Function.identity()));

  /**
   * Reads an {@code AWS::Logs::LogGroup}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static LogGroupSettings read(Properties group) {
    group.leave("DataProtectionPolicy", "DeletionProtectionEnabled", "KmsKeyId", "Tags");
    if (!group.optionalText("LogGroupClass").orElse("STANDARD").equals("STANDARD")) {
      throw group.fault(
          "LogGroupClass", "is not STANDARD, and other classes have no subscriptions");
    }
    String name =
        group.optionalText("LogGroupName").orElseGet(() -> group.resource().physical().ref());
    if (!name.matches(NAME)) {
      throw group.fault("LogGroupName", "is not 1 to 512 letters, digits and the signs . - _ / #");
    }
    Optional<Duration> retention =
        group.has("RetentionInDays")
            ? Optional.of(Duration.ofDays(group.choice("RetentionInDays", "", RETENTION_DAYS)))
            : Optional.empty();
    return new LogGroupSettings(name, retention);
  }
}
