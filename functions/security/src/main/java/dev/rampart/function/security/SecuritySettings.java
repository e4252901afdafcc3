package dev.rampart.function.security;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.out.logs.SearchedLogs;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockingMode;
import java.util.List;
import java.util.Set;

/**
 * The settings of the function.
 *
 * @param detectionTable the name of the table of findings and blocks
 * @param countsTable the name of the table in which requests are counted
 * @param callerLimit requests of one caller in {@link SecurityWiring#LIMIT_WINDOW}
 * @param eventBus the name of the bus that verdicts and signals are published on
 * @param secretArn names the secret
 * @param hashKey what nobody outside knows; detection tells things apart by hashes with it
 * @param clientIds the app clients whose tokens are accepted
 * @param allowedOrigins the origins of the web pages that may read answers; may be empty
 * @param logs the log groups of the gates
 * @param mode whether blocks reach the firewall
 * @param neverBlock the addresses of the deployment's owner
 * @param metricsNamespace the namespace of the metrics
 */
record SecuritySettings(
    String detectionTable,
    String countsTable,
    int callerLimit,
    String eventBus,
    String secretArn,
    String hashKey,
    Set<String> clientIds,
    Set<String> allowedOrigins,
    SearchedLogs logs,
    BlockingMode mode,
    Set<SourceRange> neverBlock,
    String metricsNamespace) {

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static SecuritySettings from(Environment environment) {
    return new SecuritySettings(
        environment.required("DETECTION_TABLE"),
        environment.required("COUNTS_TABLE"),
        environment.requiredNumber("CALLER_LIMIT"),
        environment.required("EVENT_BUS"),
        environment.required("SECRET_ARN"),
        environment.required("HASH_KEY"),
        environment.requiredList("CLIENT_IDS"),
        environment.list("ALLOWED_ORIGINS"),
        new SearchedLogs(
            environment.required("ACCESS_LOG"),
            environment.required("FIREWALL_LOG"),
            environment.required("SIGN_IN_LOG"),
            List.copyOf(environment.requiredList("FUNCTION_LOGS"))),
        environment.blockingMode("BLOCKING_MODE"),
        environment.ranges("NEVER_BLOCK"),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"));
  }
}
