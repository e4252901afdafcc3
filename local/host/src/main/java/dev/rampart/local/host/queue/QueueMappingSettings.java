package dev.rampart.local.host.queue;

import dev.rampart.local.host.mapping.BatchItemFailures;
import dev.rampart.local.template.Properties;
import java.time.Duration;

/**
 * How a queue feeds a function.
 *
 * @param window how long a batch that is not full waits for more
 * @param pollers how many batches may be on their way at once
 * @param reportsFailures whether the function names the messages that failed
 */
public record QueueMappingSettings(
    String queueArn,
    String functionArn,
    boolean enabled,
    int batchSize,
    Duration window,
    int pollers,
    boolean reportsFailures) {
  private static final int SIZE_MAX = 10_000;
  private static final int SIZE_WITHOUT_WINDOW_MAX = 10;
  private static final int WINDOW_SECONDS_MAX = 300;
  private static final int POLLERS_DEFAULT = 2;
  private static final int POLLERS_MAX = 1000;

  /**
   * Reads an {@code AWS::Lambda::EventSourceMapping} from a queue.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static QueueMappingSettings read(Properties mapping) {
    int size = mapping.number("BatchSize", 10, 1, SIZE_MAX);
    int windowSeconds = mapping.number("MaximumBatchingWindowInSeconds", 0, 0, WINDOW_SECONDS_MAX);
    if (size > SIZE_WITHOUT_WINDOW_MAX && windowSeconds == 0) {
      throw mapping.fault(
          "BatchSize",
          "is larger than " + SIZE_WITHOUT_WINDOW_MAX + " without MaximumBatchingWindowInSeconds");
    }
    return new QueueMappingSettings(
        mapping.text("EventSourceArn"),
        mapping.text("FunctionName"),
        mapping.flag("Enabled", true),
        size,
        Duration.ofSeconds(windowSeconds),
        mapping
            .object("ScalingConfig")
            .number("MaximumConcurrency", POLLERS_DEFAULT, 2, POLLERS_MAX),
        BatchItemFailures.areReported(mapping));
  }
}
