package dev.rampart.local.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One function as the template describes it.
 *
 * @param name what callers invoke it by; also its {@code AWS_LAMBDA_FUNCTION_NAME}
 * @param arn what the function sees as the invoked ARN
 * @param jar the deployed jar
 * @param handler the class, or {@code class::method}
 * @param memoryMegabytes bounds the process's heap
 * @param timeout how long one invocation may take before its process is killed
 * @param concurrencyMax the most processes, so the most events at work
 * @param waitMax how long an event waits for a process before it is throttled; Lambda has as many
 *     as the reservation, and throttles at once
 * @param reserved the most events that are at work or wait; one more is throttled at once. With 0
 *     all are
 * @param warm how many processes are kept, even if no event needs them
 * @param environment the template's variables, credentials and endpoints; nothing else is inherited
 * @param log the file that its lines are appended to
 */
public record FunctionSpec(
    String name,
    String arn,
    Path jar,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    int concurrencyMax,
    Duration waitMax,
    int reserved,
    int warm,
    Map<String, String> environment,
    Path log) {

  public FunctionSpec {
    environment = Map.copyOf(environment);
    if (concurrencyMax < 1 || warm > concurrencyMax) {
      throw new IllegalArgumentException("Concurrency of " + name + " is below 1 or its warm set.");
    }
  }

  String handlerClass() {
    int method = handler.indexOf("::");
    return method < 0 ? handler : handler.substring(0, method);
  }
}
