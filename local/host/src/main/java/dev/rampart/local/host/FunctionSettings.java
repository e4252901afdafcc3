package dev.rampart.local.host;

import dev.rampart.local.host.async.AsyncSettings;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A function of a template.
 *
 * @param logicalId its name in the template
 * @param name what callers invoke it by
 * @param code the jar, relative to the template
 * @param handler the class, or {@code class::method}
 * @param reservedConcurrency the most events at once, none if 0; empty if nothing is reserved
 * @param async what becomes of events that it fails at, if nobody waits for the answer
 * @param logGroup the log group of its lines, by name; empty if the template names none
 * @param environment its variables
 */
public record FunctionSettings(
    String logicalId,
    String name,
    String arn,
    String code,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    Optional<Integer> reservedConcurrency,
    AsyncSettings async,
    Optional<String> logGroup,
    Map<String, String> environment) {
  private static final int MEMORY_MEGABYTES_MIN = 128;
  private static final int MEMORY_MEGABYTES_MAX = 10_240;
  private static final int TIMEOUT_SECONDS_MAX = 900;
  private static final int TIMEOUT_SECONDS_DEFAULT = 3;
  private static final int CONCURRENCY_MAX = 1000;

  public FunctionSettings {
    environment = Map.copyOf(environment);
  }

  /**
   * Reads an {@code AWS::Serverless::Function}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static FunctionSettings read(Properties function) {
    function.leave(
        "Architectures",
        "AutoPublishAliasAllProperties",
        "DeploymentPreference",
        "Description",
        "KmsKeyArn",
        "RecursiveLoop",
        "Runtime",
        "SnapStart",
        "Tags",
        "Tracing",
        "VersionDescription");
    // Who reads roles says what it allows.
    String _ = function.text("Role");
    var _ = function.optionalText("FunctionName");
    var _ = function.optionalText("AutoPublishAlias");
    String name = function.resource().physical().ref();
    Optional<Integer> reserved =
        function.optionalNumber("ReservedConcurrentExecutions", 0, CONCURRENCY_MAX);
    return new FunctionSettings(
        function.resource().logicalId(),
        name,
        function.resource().physical().attributes().getOrDefault("Arn", name),
        function.text("CodeUri"),
        function.text("Handler"),
        function.number(
            "MemorySize", MEMORY_MEGABYTES_MIN, MEMORY_MEGABYTES_MIN, MEMORY_MEGABYTES_MAX),
        Duration.ofSeconds(
            function.number("Timeout", TIMEOUT_SECONDS_DEFAULT, 1, TIMEOUT_SECONDS_MAX)),
        reserved,
        AsyncSettings.read(
            function.object("EventInvokeConfig"), reserved.filter(each -> each == 0).isPresent()),
        logGroup(function.object("LoggingConfig")),
        function.object("Environment").map("Variables"));
  }

  private static Optional<String> logGroup(Properties logging) {
    // A function's lines are text as it prints them; its level is a variable of its own.
    logging.leave("ApplicationLogLevel", "LogFormat", "SystemLogLevel");
    return logging.optionalText("LogGroup");
  }
}
