package dev.rampart.local.stack;

import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.FunctionSpec;
import dev.rampart.local.host.LambdaHost;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.host.async.AsyncSettings;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.protocol.lambda.FunctionArn;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.stack.access.RoleAuthorisation;
import dev.rampart.local.stack.fault.FunctionProcesses;
import dev.rampart.local.supervision.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The template's functions: how each is run, and how the other parts reach it.
 *
 * @param host there once the endpoints are, which the functions need to start
 * @param metrics counts the invocations
 */
record Functions(CompletableFuture<LambdaHost> host, ServiceMetrics metrics)
    implements FunctionInvoker, FunctionProcesses {
  /** A laptop has not the memory for what a template reserves on AWS. */
  static final int PROCESSES_MAX = 4;

  /** Half of what the gateway waits for a function, so that work can still be done after it. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(15);

  /**
   * Returns how the functions of a stack are run.
   *
   * @param root where their jars are
   * @param endpoints the variables by which they find the services
   */
  static List<FunctionSpec> specs(
      List<FunctionSettings> functions, Path root, Path logs, Map<String, String> endpoints) {
    return functions.stream().map(function -> spec(function, root, logs, endpoints)).toList();
  }

  private static FunctionSpec spec(
      FunctionSettings function, Path root, Path logs, Map<String, String> endpoints) {
    Map<String, String> environment = new HashMap<>(endpoints);
    environment.putAll(function.environment());
    environment.put("AWS_ACCESS_KEY_ID", RoleAuthorisation.accessKeyId(function.logicalId()));
    environment.put("AWS_SECRET_ACCESS_KEY", RandomText.hex(20));
    int reserved = function.reservedConcurrency().orElse(Integer.MAX_VALUE);
    return new FunctionSpec(
        function.name(),
        function.arn(),
        root.resolve(function.code()),
        function.handler(),
        function.memoryMegabytes(),
        function.timeout(),
        Math.clamp(reserved, 1, PROCESSES_MAX),
        WAIT_MAX,
        reserved,
        1,
        environment,
        log(logs, function));
  }

  static Path log(Path logs, FunctionSettings function) {
    return logs.resolve(function.logicalId() + ".log");
  }

  /**
   * Returns what takes events that nobody waits for.
   *
   * @param destinations hears what became of them
   */
  AsyncInvoker async(
      List<FunctionSettings> functions,
      DestinationSender destinations,
      CloseableStack closing,
      RunHealthCheck checkup,
      InstantSource clock) {
    Map<String, AsyncSettings> settings = new HashMap<>();
    for (FunctionSettings function : functions) {
      settings.put(function.arn(), function.async());
      checkup.watchFailures(function.async().onFailure());
    }
    AsyncInvoker invoker =
        new AsyncInvoker(settings, this, destinations, closing.add(new Timer(clock)), clock);
    checkup.watch(invoker);
    return invoker;
  }

  @Override
  public InvocationResult invoke(String functionArn, byte[] event) throws InterruptedException {
    String name = FunctionArn.name(functionArn);
    long start = System.nanoTime();
    metrics.functionStarts(name);
    try {
      InvocationResult result = host.join().invoke(name, event);
      metrics.functionEnded(name, result, Duration.ofNanos(System.nanoTime() - start));
      return result;
    } finally {
      metrics.functionLeft(name);
    }
  }

  @Override
  public boolean has(String sessionToken) {
    return host.join().has(sessionToken);
  }

  @Override
  public void kill(String sessionToken) throws InterruptedException {
    host.join().kill(sessionToken);
  }

  /** Returns the same for the records of streams, whose age is measured. */
  FunctionInvoker ofStream() {
    return (functionArn, event) -> {
      metrics.streamBatch(FunctionArn.name(functionArn), event);
      return invoke(functionArn, event);
    };
  }
}
