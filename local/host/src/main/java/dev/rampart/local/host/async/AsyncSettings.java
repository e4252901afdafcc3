package dev.rampart.local.host.async;

import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of an event that a function fails at, if nobody waits for the answer.
 *
 * @param ageMax how old an event may be that is tried again
 * @param retriesMax how often it is tried again, if the function fails
 * @param failureQueueArn the queue for what is given up; empty if that is lost
 */
public record AsyncSettings(Duration ageMax, int retriesMax, Optional<String> failureQueueArn) {
  private static final int AGE_SECONDS_MIN = 60;
  private static final int AGE_SECONDS_MAX = 21_600;
  private static final int RETRIES_MAX = 2;

  /**
   * Reads the {@code EventInvokeConfig} of an {@code AWS::Serverless::Function}; what it does not
   * say is Lambda's default, the most there is.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static AsyncSettings read(Properties config) {
    Properties destinations = config.object("DestinationConfig");
    return new AsyncSettings(
        Duration.ofSeconds(
            config.number(
                "MaximumEventAgeInSeconds", AGE_SECONDS_MAX, AGE_SECONDS_MIN, AGE_SECONDS_MAX)),
        config.number("MaximumRetryAttempts", RETRIES_MAX, 0, RETRIES_MAX),
        destinations.has("OnFailure") ? Optional.of(queue(destinations)) : Optional.empty());
  }

  private static String queue(Properties destinations) {
    Properties failure = destinations.object("OnFailure");
    String arn = failure.text("Destination");
    String type = failure.optionalText("Type").orElse("SQS");
    if (!type.equals("SQS") || !arn.contains(":sqs:")) {
      throw failure.fault(
          "Destination", "is no queue; other destinations are no part of the local run");
    }
    return arn;
  }
}
