package dev.rampart.function.edgelog;

import dev.rampart.adapter.lambda.Environment;

/**
 * The settings of the function.
 *
 * @param bus the name of the event bus
 */
record EdgelogSettings(String bus) {

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static EdgelogSettings from(Environment environment) {
    return new EdgelogSettings(environment.required("EVENT_BUS"));
  }
}
