package dev.rampart.function.monitoring;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.adapter.out.cloudwatch.WatchedResources;
import dev.rampart.domain.monitoring.SignalLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of the function.
 *
 * @param clientIds the app clients whose tokens are accepted
 * @param allowedOrigins the origins of the web pages that may read answers; may be empty
 * @param watched the names of logs, queues and functions, this one among them
 * @param deadLetterUrls the URLs of the dead-letter queues
 * @param alarmPrefix what the names of the alarms begin with
 * @param metricsNamespace the namespace of the metrics
 */
record MonitoringSettings(
    Set<String> clientIds,
    Set<String> allowedOrigins,
    WatchedResources watched,
    List<String> deadLetterUrls,
    String alarmPrefix,
    String metricsNamespace) {
  MonitoringSettings {
    clientIds = Set.copyOf(clientIds);
    allowedOrigins = Set.copyOf(allowedOrigins);
    deadLetterUrls = List.copyOf(deadLetterUrls);
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the variable that is missing
   */
  static MonitoringSettings from(Environment environment) {
    List<String> deadLetters =
        environment.requiredList("DEAD_LETTER_QUEUES").stream().sorted().toList();
    return new MonitoringSettings(
        environment.requiredList("CLIENT_IDS"),
        environment.list("ALLOWED_ORIGINS"),
        new WatchedResources(
            logs(environment),
            environment.requiredList("WORK_QUEUES").stream().sorted().toList(),
            deadLetters.stream().map(url -> url.substring(url.lastIndexOf('/') + 1)).toList(),
            functions(environment)),
        deadLetters,
        environment.required("ALARM_PREFIX"),
        environment.required("POWERTOOLS_METRICS_NAMESPACE"));
  }

  private static Map<SignalLog, String> logs(Environment environment) {
    return Map.of(
        SignalLog.FIREWALL, environment.required("FIREWALL_LOG"),
        SignalLog.GATEWAY, environment.required("ACCESS_LOG"),
        SignalLog.SIGN_IN, environment.required("SIGN_IN_LOG"),
        SignalLog.API, environment.required("API_LOG"),
        SignalLog.SECURITY, environment.required("SECURITY_LOG"),
        SignalLog.MONITORING, environment.required("MONITORING_LOG"));
  }

  /** The template cannot name this function in its own environment; Lambda does. */
  private static List<String> functions(Environment environment) {
    return Stream.concat(
            environment.requiredList("WATCHED_FUNCTIONS").stream(),
            Stream.of(environment.required("AWS_LAMBDA_FUNCTION_NAME")))
        .sorted()
        .toList();
  }
}
