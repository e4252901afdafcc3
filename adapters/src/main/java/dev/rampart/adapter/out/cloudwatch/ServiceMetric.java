package dev.rampart.adapter.out.cloudwatch;

/**
 * A metric that a service publishes about one resource.
 *
 * @param dimension the name of the one dimension
 * @param resource its value
 */
record ServiceMetric(
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

  static ServiceMetric ofLog(String group) {
    return new ServiceMetric("AWS/Logs", "IncomingLogEvents", "LogGroupName", group, Statistic.SUM);
  }

  static ServiceMetric ofQueue(String queue, String name) {
    return new ServiceMetric("AWS/SQS", name, "QueueName", queue, Statistic.MAXIMUM);
  }

  static ServiceMetric ofFunction(String function, String name) {
    return new ServiceMetric("AWS/Lambda", name, "FunctionName", function, Statistic.SUM);
  }
}
