package dev.rampart.function.relay;

import dev.rampart.adapter.lambda.Environment;

/**
 * The settings of the function.
 *
 * @param bus the name of the event bus
 */
record RelaySettings(String bus) {

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static RelaySettings from(Environment environment) {
    return new RelaySettings(environment.required("EVENT_BUS"));
  }
}
