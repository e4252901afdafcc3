package dev.rampart.function.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The environment of the function, read once.
 *
 * @param submissionsTable name of the table of submissions
 * @param eventBus name of the bus that hears of suspicious requests
 * @param secretArn where the secret is kept
 * @param clientIds app clients whose tokens are taken
 * @param allowedOrigins web pages that may read answers; none where the variable is absent
 */
record Settings(
    String submissionsTable,
    String eventBus,
    String secretArn,
    Set<String> clientIds,
    Set<String> allowedOrigins) {

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        required(environment, "SUBMISSIONS_TABLE"),
        required(environment, "EVENT_BUS"),
        required(environment, "SECRET_ARN"),
        words(required(environment, "CLIENT_IDS")),
        words(environment.getOrDefault("ALLOWED_ORIGINS", "")));
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + name + " is missing");
    }
    return value;
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
