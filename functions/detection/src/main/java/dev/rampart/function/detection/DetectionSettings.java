package dev.rampart.function.detection;

import dev.rampart.adapter.lambda.Environment;

/**
 * The settings of the function.
 *
 * @param hashKey a text that nobody outside can guess; it decides which bucket a thing falls into
 * @param namespace the namespace of the metrics
 * @param service the dimension of every metric
 */
record DetectionSettings(
    String table, String bus, String hashKey, String namespace, String service) {
  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing or has a wrong value
   */
  static DetectionSettings from(Environment environment) {
    return new DetectionSettings(
        environment.required("DETECTION_TABLE"),
        environment.required("EVENT_BUS"),
        environment.required("HASH_KEY"),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"),
        environment.required("POWERTOOLS_SERVICE_NAME"));
  }
}
