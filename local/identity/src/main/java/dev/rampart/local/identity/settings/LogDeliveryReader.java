package dev.rampart.local.identity.settings;

import dev.rampart.local.template.Properties;
import java.util.List;
import java.util.Optional;

/** Reads where a pool exports the activity of its users to. */
final class LogDeliveryReader {
  private static final String CONFIGURATIONS = "LogConfigurations";
  private static final String SOURCE = "EventSource";
  private static final String LEVEL = "LogLevel";
  private static final String GROUP = "LogGroupArn";

  private LogDeliveryReader() {}

  /**
   * Returns the ARN of the log group; empty if nothing is exported, or the pool has no activity to
   * tell of.
   *
   * @param deliveries the resources of the type, one for a pool
   */
  static Optional<String> read(List<Properties> deliveries, PoolSettings pool) {
    Optional<String> group = Optional.empty();
    for (Properties delivery : deliveries) {
      if (delivery != deliveries.getFirst()) {
        throw delivery.fault("UserPoolId", "names a pool that has a log delivery already");
      }
      List<Properties> configurations = delivery.objects(CONFIGURATIONS);
      if (configurations.size() > 1) {
        throw delivery.fault(CONFIGURATIONS, "has more than the one for userAuthEvents");
      }
      group = configurations.stream().findFirst().map(only -> group(only, pool));
    }
    return group.filter(_ -> pool.threatProtection());
  }

  private static String group(Properties configuration, PoolSettings pool) {
    if (!configuration.text(SOURCE).equals("userAuthEvents")) {
      throw configuration.fault(SOURCE, "is not userAuthEvents, the only one that is written");
    }
    if (!configuration.text(LEVEL).equals("INFO")) {
      throw configuration.fault(LEVEL, "is not INFO, the only one of userAuthEvents");
    }
    if (pool.tier() != PoolSettings.Tier.PLUS) {
      throw configuration.fault(
          SOURCE, "needs a pool of the tier PLUS, and this one is " + pool.tier());
    }
    for (String other : List.of("FirehoseConfiguration", "S3Configuration")) {
      if (configuration.has(other)) {
        throw configuration.fault(other, "is not offered; CloudWatchLogsConfiguration is");
      }
    }
    Properties destination = configuration.object("CloudWatchLogsConfiguration");
    String arn = destination.text(GROUP);
    if (!arn.startsWith("arn:") || arn.endsWith("*")) {
      throw destination.fault(GROUP, "is not the ARN of a log group without ':*' at its end");
    }
    return arn;
  }
}
