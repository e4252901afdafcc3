package dev.rampart.local.host.async;

import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;

/**
 * What becomes of an event that nobody waits for.
 *
 * @param ageMax how old an event may be that is tried again
 * @param retriesMax how often it is tried again, if the function fails
 * @param onSuccess who hears of events that the function handled
 * @param onFailure who hears of events that are given up; empty if they are lost
 * @param neverRuns whether no concurrency is left for the function: its events are given up at once
 */
public record AsyncSettings(
    Duration ageMax,
    int retriesMax,
    Optional<Destination> onSuccess,
    Optional<Destination> onFailure,
    boolean neverRuns) {
  private static final int AGE_SECONDS_MIN = 60;
  private static final int AGE_SECONDS_MAX = 21_600;
  private static final int RETRIES_MAX = 2;

  /**
   * Reads the {@code EventInvokeConfig} of an {@code AWS::Serverless::Function}; what it does not
   * say is Lambda's default, the most there is.
   *
   * @param neverRuns whether the function's reserved concurrency is 0
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static AsyncSettings read(Properties config, boolean neverRuns) {
    Properties destinations = config.object("DestinationConfig");
    return new AsyncSettings(
        Duration.ofSeconds(
            config.number(
                "MaximumEventAgeInSeconds", AGE_SECONDS_MAX, AGE_SECONDS_MIN, AGE_SECONDS_MAX)),
        config.number("MaximumRetryAttempts", RETRIES_MAX, 0, RETRIES_MAX),
        destination(destinations.object("OnSuccess")),
        destination(destinations.object("OnFailure")),
        neverRuns);
  }

  private static Optional<Destination> destination(Properties config) {
    return Destination.read(config, EnumSet.allOf(Destination.Kind.class));
  }
}
