package dev.rampart.adapter.out.cloudwatch;

/**
 * A metric that a service publishes about one resource.
 *
 * @param dimension the name of the one dimension
 * @param resource its value
 */
record WatchedMetric(
    String namespace, String name, String dimension, String resource, Statistic statistic) {

  /** How the values of a period become one. */
  enum Statistic {
    SUM("Sum"),
    MAXIMUM("Maximum");

    private final String wireName;

    Statistic(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  static WatchedMetric ofLog(String group) {
    return new WatchedMetric("AWS/Logs", "IncomingLogEvents", "LogGroupName", group, Statistic.SUM);
  }

  static WatchedMetric ofQueue(String queue, String name) {
    return new WatchedMetric("AWS/SQS", name, "QueueName", queue, Statistic.MAXIMUM);
  }

  static WatchedMetric ofFunction(String function, String name) {
    return new WatchedMetric("AWS/Lambda", name, "FunctionName", function, Statistic.SUM);
  }
}
