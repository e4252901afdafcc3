package dev.rampart.function.detection;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.domain.detection.detector.SignalCountDetector;
import java.time.Duration;

/**
 * The settings of the function.
 *
 * @param namespace the namespace of the metrics
 * @param service the dimension of every metric
 */
record DetectionSettings(
    String table, String bus, int signalsMin, Duration window, String namespace, String service) {
  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing or has a wrong value
   */
  static DetectionSettings from(Environment environment) {
    return new DetectionSettings(
        environment.required("DETECTION_TABLE"),
        environment.required("EVENT_BUS"),
        signalsMin(environment),
        window(environment),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"),
        environment.required("POWERTOOLS_SERVICE_NAME"));
  }

  private static int signalsMin(Environment environment) {
    int signals = environment.requiredNumber("SIGNALS_MIN");
    if (signals < 1 || signals > SignalCountDetector.SIGNALS_MAX) {
      throw new IllegalArgumentException(
          "the environment variable SIGNALS_MIN is not 1 to " + SignalCountDetector.SIGNALS_MAX);
    }
    return signals;
  }

  private static Duration window(Environment environment) {
    Duration window = Duration.ofSeconds(environment.requiredNumber("WINDOW_SECONDS"));
    if (!SignalCountDetector.validWindow(window)) {
      throw new IllegalArgumentException(
          "the environment variable WINDOW_SECONDS is not 1 to "
              + SignalCountDetector.WINDOW_MINUTES_MAX
              + " whole minutes");
    }
    return window;
  }
}
