package dev.rampart.function.relay;

import java.util.Map;

/** The environment of the function. */
record Settings(String bus) {
  /**
   * Reads the environment once.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(required(environment, "EVENT_BUS"));
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("environment variable " + name + " is missing");
    }
    return value;
  }
}
