package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.time.Duration;

/** How often and for how long the delivery of an event to a target is tried again. */
record RetryPolicy(int retriesMax, Duration ageMax) {
  static final int RETRIES_MAX = 185;
  static final int AGE_SECONDS_MIN = 60;
  static final int AGE_SECONDS_MAX = 86_400;

  /**
   * Reads a target's policy; what it does not say is EventBridge's default, the most there is.
   *
   * @throws AwsError if a number is out of its bounds
   */
  static RetryPolicy of(JsonNode given) {
    return new RetryPolicy(
        within(given, "MaximumRetryAttempts", 0, RETRIES_MAX),
        Duration.ofSeconds(
            within(given, "MaximumEventAgeInSeconds", AGE_SECONDS_MIN, AGE_SECONDS_MAX)));
  }

  private static int within(JsonNode given, String name, int min, int max) {
    int number = given.path(name).asInt(max);
    if (number < min || number > max) {
      throw new AwsError("ValidationException", name + " is not " + min + " to " + max + ".");
    }
    return number;
  }
}
