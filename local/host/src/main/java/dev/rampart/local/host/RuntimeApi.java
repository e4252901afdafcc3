package dev.rampart.local.host;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lambda's Runtime API for all processes on one loopback port. Each process has a path of its own,
 * which nobody can guess: {@code /w/<token>/2018-06-01/runtime/…}.
 *
 * <p>AWS's client crashes on any answer to {@code next} that is not an event. So there is no error
 * answer: the connection is held, and dropped when the host ends.
 */
final class RuntimeApi implements AutoCloseable {
  private static final int ANSWER_BYTES_MAX = 6 * 1024 * 1024;
  private static final String VERSION = "2018-06-01";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Worker> workers = new ConcurrentHashMap<>();

  RuntimeApi() throws IOException {
    // Read once, when the server class loads: small answers must not wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/w/", this::serve);
    server.start();
  }

  /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API} for the process with this token. */
  String address(String token) {
    return "127.0.0.1:" + server.getAddress().getPort() + "/w/" + token;
  }

  void add(String token, Worker worker) {
    workers.put(token, worker);
  }

  void remove(String token) {
    workers.remove(token);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
      Optional<Worker> worker =
          path.size() < 6 || !path.get(3).equals(VERSION)
              ? Optional.empty()
              : Optional.ofNullable(workers.get(path.get(2)));
      if (worker.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String operation = String.join("/", path.subList(4, path.size()));
      if (operation.equals("runtime/invocation/next")) {
        next(exchange, worker.get());
      } else {
        report(exchange, worker.get(), operation);
      }
    }
  }

  private static void next(HttpExchange exchange, Worker worker) throws IOException {
    Task task;
    try {
      task = worker.next();
    } catch (InterruptedException _) {
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", task.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(task.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", worker.arn());
    headers.set("Lambda-Runtime-Trace-Id", Traces.of(task.requestId(), task.deadline()));
    exchange.sendResponseHeaders(200, task.payload().length == 0 ? -1 : task.payload().length);
    exchange.getResponseBody().write(task.payload());
  }

  private static void report(HttpExchange exchange, Worker worker, String operation)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(ANSWER_BYTES_MAX + 1);
    exchange.getRequestBody().skip(Long.MAX_VALUE);
    String type =
        Optional.ofNullable(
                exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type"))
            .orElse("Runtime.Unknown");
    if (operation.equals("runtime/init/error")) {
      worker.failStart(Failures.notStarted(type, body));
    } else if (operation.endsWith("/response")) {
      String requestId = requestId(operation);
      worker.answer(requestId, returned(requestId, body));
    } else if (operation.endsWith("/error")) {
      String requestId = requestId(operation);
      worker.answer(requestId, Failures.reported(requestId, type, body));
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] ok = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(202, ok.length);
    exchange.getResponseBody().write(ok);
  }

  private static Invocation returned(String requestId, byte[] body) {
    return body.length <= ANSWER_BYTES_MAX
        ? new Invocation.Returned(requestId, body)
        : Failures.of(
            requestId,
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size ("
                + ANSWER_BYTES_MAX
                + " bytes).");
  }

  /** Takes the id out of {@code runtime/invocation/<id>/response}. */
  private static String requestId(String operation) {
    String[] parts = operation.split("/", -1);
    return parts.length < 4 ? "" : parts[2];
  }
}
