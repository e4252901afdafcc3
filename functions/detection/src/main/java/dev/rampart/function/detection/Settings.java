package dev.rampart.function.detection;

import dev.rampart.domain.detection.SignalCount;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The environment of the function.
 *
 * @param namespace of the metrics
 * @param service dimension of every metric
 */
record Settings(
    String table, String bus, int signalsMin, Duration window, String namespace, String service) {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,6}");

  /**
   * Reads the environment once.
   *
   * @throws IllegalArgumentException naming the variable that is missing or has a wrong value
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        required(environment, "DETECTION_TABLE"),
        required(environment, "EVENT_BUS"),
        signalsMin(environment),
        window(environment),
        required(environment, "POWERTOOLS_METRICS_NAMESPACE"),
        required(environment, "POWERTOOLS_SERVICE_NAME"));
  }

  private static int signalsMin(Map<String, String> environment) {
    var signals = number(environment, "SIGNALS_MIN");
    if (signals < 1 || signals > SignalCount.SIGNALS_MAX) {
      throw new IllegalArgumentException(
          "environment variable SIGNALS_MIN is not 1 to " + SignalCount.SIGNALS_MAX);
    }
    return signals;
  }

  private static Duration window(Map<String, String> environment) {
    var window = Duration.ofSeconds(number(environment, "WINDOW_SECONDS"));
    if (!SignalCount.validWindow(window)) {
      throw new IllegalArgumentException(
          "environment variable WINDOW_SECONDS is not 1 to "
              + SignalCount.WINDOW_MINUTES_MAX
              + " whole minutes");
    }
    return window;
  }

  private static int number(Map<String, String> environment, String name) {
    var text = required(environment, name);
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("environment variable " + name + " is no whole number");
    }
    return Integer.parseInt(text);
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("environment variable " + name + " is missing");
    }
    return value;
  }
}
