package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a table's stream feeds a function.
 *
 * @param latest whether to begin with what comes next, instead of with the oldest record
 * @param retriesMax how often a failed batch is tried again; empty: until its records are too old
 * @param ageMax how old a record may become before it is given up; empty: as old as the stream
 *     keeps
 * @param failureQueueArn who hears of batches that were given up
 */
public record StreamSettings(
    String functionArn,
    String streamArn,
    boolean latest,
    int batchSize,
    Optional<Integer> retriesMax,
    Optional<Duration> ageMax,
    boolean bisects,
    boolean reportsFailures,
    Optional<String> failureQueueArn) {
  private static final Set<String> KNOWN =
      Set.of(
          "Stream",
          "StartingPosition",
          "BatchSize",
          "MaximumRetryAttempts",
          "MaximumRecordAgeInSeconds",
          "BisectBatchOnFunctionError",
          "FunctionResponseTypes",
          "DestinationConfig",
          "Enabled");

  /**
   * Reads the resolved properties of a SAM event of type {@code DynamoDB}.
   *
   * @throws IllegalArgumentException where a property is wrong or no part of the local run
   */
  public static StreamSettings of(String functionArn, JsonNode properties) {
    properties
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                    "A stream's event source cannot have " + name + " in the local run.");
              }
            });
    return new StreamSettings(
        functionArn,
        properties.path("Stream").asText(),
        position(properties.path("StartingPosition").asText()),
        within(properties, "BatchSize", 100, 1, 10_000),
        positive(within(properties, "MaximumRetryAttempts", -1, -1, 10_000)),
        positive(within(properties, "MaximumRecordAgeInSeconds", -1, -1, 604_800))
            .map(Duration::ofSeconds),
        properties.path("BisectBatchOnFunctionError").asBoolean(false),
        properties.path("FunctionResponseTypes").path(0).asText().equals("ReportBatchItemFailures"),
        Optional.ofNullable(properties.at("/DestinationConfig/OnFailure/Destination").textValue()));
  }

  private static boolean position(String given) {
    if (!given.equals("LATEST") && !given.equals("TRIM_HORIZON")) {
      throw new IllegalArgumentException(
          "StartingPosition '" + given + "' is neither LATEST nor TRIM_HORIZON.");
    }
    return given.equals("LATEST");
  }

  private static int within(JsonNode properties, String name, int otherwise, int min, int max) {
    int number = properties.path(name).asInt(otherwise);
    if (number < min || number > max) {
      throw new IllegalArgumentException(name + " is not " + min + " to " + max + ".");
    }
    return number;
  }

  private static Optional<Integer> positive(int number) {
    return number < 0 ? Optional.empty() : Optional.of(number);
  }
}
