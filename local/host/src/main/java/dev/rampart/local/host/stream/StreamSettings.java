package dev.rampart.local.host.stream;

import dev.rampart.local.host.mapping.BatchItemFailures;
import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

/**
 * How a table's stream feeds a function.
 *
 * @param latest whether to begin with what comes next, instead of with the oldest record
 * @param retriesMax how often a failed batch is tried again; empty: until its records are too old
 * @param ageMax how old a record may become before it is given up; empty: as old as the stream
 *     keeps
 * @param onFailure who hears of batches that were given up
 */
public record StreamSettings(
    String functionArn,
    String streamArn,
    boolean enabled,
    boolean latest,
    int batchSize,
    Optional<Integer> retriesMax,
    Optional<Duration> ageMax,
    boolean bisects,
    boolean reportsFailures,
    Optional<Destination> onFailure) {
  private static final int SIZE_MAX = 10_000;
  private static final int RETRIES_MAX = 10_000;
  private static final int AGE_SECONDS_MAX = 604_800;

  /** What stands for no limit in a template. */
  private static final int UNLIMITED = -1;

  /**
   * Reads an {@code AWS::Lambda::EventSourceMapping} from the stream of a table.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static StreamSettings read(Properties mapping) {
    return new StreamSettings(
        mapping.text("FunctionName"),
        mapping.text("EventSourceArn"),
        mapping.flag("Enabled", true),
        mapping.oneOf("StartingPosition", "LATEST", "TRIM_HORIZON").equals("LATEST"),
        mapping.number("BatchSize", 100, 1, SIZE_MAX),
        limit(mapping, "MaximumRetryAttempts", RETRIES_MAX),
        limit(mapping, "MaximumRecordAgeInSeconds", AGE_SECONDS_MAX).map(Duration::ofSeconds),
        mapping.flag("BisectBatchOnFunctionError", false),
        BatchItemFailures.areReported(mapping),
        Destination.read(
            mapping.object("DestinationConfig").object("OnFailure"),
            EnumSet.of(Destination.Kind.QUEUE, Destination.Kind.TOPIC)));
  }

  private static Optional<Integer> limit(Properties mapping, String name, int max) {
    return mapping.optionalNumber(name, UNLIMITED, max).filter(number -> number != UNLIMITED);
  }
}
