package dev.rampart.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/**
 * How a queue feeds a function.
 *
 * @param window how long a batch that is not full waits for more
 * @param pollers how many batches may be on their way at once
 * @param reportsFailures whether the function names the messages that failed
 */
record MappingSettings(
    String functionArn, int batchSize, Duration window, int pollers, boolean reportsFailures) {
  private static final Set<String> KNOWN =
      Set.of(
          "Queue",
          "EventSourceArn",
          "FunctionName",
          "BatchSize",
          "MaximumBatchingWindowInSeconds",
          "FunctionResponseTypes",
          "ScalingConfig",
          "Enabled");

  static MappingSettings of(String functionArn, JsonNode properties) {
    properties
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                    "A queue's event source cannot have " + name + " in the local run.");
              }
            });
    int size = properties.path("BatchSize").asInt(10);
    int windowSeconds = properties.path("MaximumBatchingWindowInSeconds").asInt(0);
    if (size < 1 || size > 10_000 || (size > 10 && windowSeconds < 1) || windowSeconds > 300) {
      throw new IllegalArgumentException(
          "A batch of " + size + " within " + windowSeconds + " s is not what Lambda allows.");
    }
    boolean reports =
        properties.path("FunctionResponseTypes").path(0).asText().equals("ReportBatchItemFailures");
    return new MappingSettings(
        functionArn,
        size,
        Duration.ofSeconds(windowSeconds),
        properties.path("ScalingConfig").path("MaximumConcurrency").asInt(2),
        reports);
  }
}
