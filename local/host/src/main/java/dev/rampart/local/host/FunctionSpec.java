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
 * @param concurrencyMax the most events at once
 * @param waitMax how long an event waits, while as many are under way as there may be, before it is
 *     throttled; Lambda throttles at once
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
