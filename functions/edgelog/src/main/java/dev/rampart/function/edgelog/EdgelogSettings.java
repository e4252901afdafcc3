package dev.rampart.function.edgelog;

import dev.rampart.adapter.lambda.Environment;

/**
 * The settings of the function.
 *
 * @param bus the name of the event bus
 * @param deadLetters the URL of the queue for rejected records
 * @param hashKey what nobody outside knows; names to which the log has no id are hashed with it
 * @param namespace the namespace of the metrics
 * @param service the dimension of every metric
 */
record EdgelogSettings(
    String bus, String deadLetters, String hashKey, String namespace, String service) {

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static EdgelogSettings from(Environment environment) {
    return new EdgelogSettings(
        environment.required("EVENT_BUS"),
        environment.required("DEAD_LETTERS"),
        environment.required("HASH_KEY"),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"),
        environment.required("POWERTOOLS_SERVICE_NAME"));
  }
}
