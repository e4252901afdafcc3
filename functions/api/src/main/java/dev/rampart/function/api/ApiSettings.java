package dev.rampart.function.api;

import dev.rampart.adapter.lambda.Environment;
import java.util.Set;

/**
 * The settings of the function.
 *
 * @param submissionsTable the name of the table of submissions
 * @param countsTable the name of the table in which requests are counted
 * @param callerLimit requests of one caller in {@link ApiWiring#LIMIT_WINDOW}
 * @param eventBus the name of the bus that signals are published on
 * @param secretArn names the secret
 * @param clientIds the app clients whose tokens are accepted
 * @param allowedOrigins the origins of the web pages that may read answers; may be empty
 * @param metricsNamespace the namespace of the metrics
 */
record ApiSettings(
    String submissionsTable,
    String countsTable,
    int callerLimit,
    String eventBus,
    String secretArn,
    Set<String> clientIds,
    Set<String> allowedOrigins,
    String metricsNamespace) {

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static ApiSettings from(Environment environment) {
    return new ApiSettings(
        environment.required("SUBMISSIONS_TABLE"),
        environment.required("COUNTS_TABLE"),
        environment.requiredNumber("CALLER_LIMIT"),
        environment.required("EVENT_BUS"),
        environment.required("SECRET_ARN"),
        environment.requiredList("CLIENT_IDS"),
        environment.list("ALLOWED_ORIGINS"),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"));
  }
}
