package dev.rampart.local.host;

import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** Runs functions, each in processes of its own. Safe for use by many threads. */
public final class LambdaHost implements AutoCloseable {
  private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final int STARTS_AT_ONCE = 2;

  private final RuntimeApi api;
  private final Map<String, ProcessPool> pools;

  private LambdaHost(RuntimeApi api, Map<String, ProcessPool> pools) {
    this.api = api;
    this.pools = pools;
  }

  /**
   * Checks every function and opens the Runtime API; starts no process yet.
   *
   * @throws BrokenFunction if a jar or its handler class is missing
   * @throws IOException if the runtime jars are missing or a directory cannot be written
   */
  public static LambdaHost start(
      HostSettings settings, List<FunctionSpec> functions, LineListener lines) throws IOException {
    for (FunctionSpec function : functions) {
      check(function);
    }
    Launcher launcher = Launcher.prepare(settings);
    RuntimeApi api = new RuntimeApi();
    Map<String, ProcessPool> pools = new LinkedHashMap<>();
    for (FunctionSpec function : functions) {
      FunctionLog log = FunctionLog.open(function, lines);
      pools.put(function.name(), new ProcessPool(function, launcher, api, log));
    }
    return new LambdaHost(api, pools);
  }

  /**
   * Starts the warm processes of all functions, two functions at once, and waits until they ask for
   * work.
   *
   * @throws BrokenFunction if one does not come up
   */
  public void prewarm() throws InterruptedException {
    try (ExecutorService starters = Executors.newFixedThreadPool(STARTS_AT_ONCE)) {
      List<Future<Optional<BrokenFunction>>> starts = new ArrayList<>();
      for (ProcessPool pool : pools.values()) {
        starts.add(starters.submit(() -> warm(pool)));
      }
      for (Future<Optional<BrokenFunction>> start : starts) {
        Optional<BrokenFunction> failure = start.get();
        if (failure.isPresent()) {
          throw failure.get();
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Invokes a function and waits for the end of it.
   *
   * @param name the name of its specification
   * @throws IllegalArgumentException if there is no such function
   * @throws InterruptedException if the caller is interrupted; a process that has the event already
   *     is killed
   */
  public InvocationResult invoke(String name, byte[] payload) throws InterruptedException {
    ProcessPool pool = pools.get(name);
    if (pool == null) {
      throw new IllegalArgumentException("There is no function " + name + ".");
    }
    return pool.invoke(payload);
  }

  /** Says whether a process of a function sends this session token with its calls. */
  public boolean has(String sessionToken) {
    return process(sessionToken).isPresent();
  }

  /**
   * Kills a process of a function, and waits until it has ended.
   *
   * @param sessionToken the one of the calls that it makes; an unknown one is nobody's
   */
  public void kill(String sessionToken) throws InterruptedException {
    Optional<Process> process = process(sessionToken);
    if (process.isPresent()) {
      var _ = process.get().destroyForcibly().waitFor();
    }
  }

  private Optional<Process> process(String sessionToken) {
    return pools.values().stream().flatMap(pool -> pool.process(sessionToken).stream()).findFirst();
  }

  /** Returns how each function is doing. */
  public List<FunctionHealth> health() {
    return pools.values().stream().map(ProcessPool::health).toList();
  }

  /** Ends every process within five seconds, then the Runtime API. */
  @Override
  public void close() throws IOException {
    pools.values().forEach(ProcessPool::stop);
    long deadlineNanos = System.nanoTime() + STOP_NANOS;
    try {
      for (ProcessPool pool : pools.values()) {
        pool.kill(deadlineNanos);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      api.close();
    }
  }

  private static Optional<BrokenFunction> warm(ProcessPool pool) throws InterruptedException {
    String name = pool.function().name();
    try {
      return pool.warm()
          .map(
              reason ->
                  new BrokenFunction(
                      name, "does not start: " + reason.errorType() + ", " + reason.reason()));
    } catch (IOException e) {
      return Optional.of(new BrokenFunction(name, "does not start: " + e.getMessage()));
    }
  }

  private static void check(FunctionSpec function) {
    if (!Files.isRegularFile(function.jar())) {
      throw new BrokenFunction(function.name(), "no jar at " + function.jar());
    }
    try (JarFile jar = new JarFile(function.jar().toFile())) {
      if (jar.getEntry(function.handlerClass().replace('.', '/') + ".class") == null) {
        throw new BrokenFunction(
            function.name(), "no class " + function.handlerClass() + " in " + function.jar());
      }
    } catch (IOException e) {
      throw new BrokenFunction(function.name(), function.jar() + " is no jar: " + e.getMessage());
    }
  }
}
