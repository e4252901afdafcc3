package dev.rampart.local.host;

import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.http.LocalHttpServer;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Lambda's Runtime API for all processes on one loopback port. Each process has a path of its own,
 * which nobody can guess: {@code /w/<token>/2018-06-01/runtime/…}.
 *
 * <p>AWS's client crashes on any answer to {@code next} that is not an event. So there is no error
 * answer: the connection is held, and dropped when the host ends.
 */
final class RuntimeApi implements HttpHandler, AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";
  private static final int ANSWER_BYTES_MAX = 6 * 1024 * 1024;

  /** Answers beyond Lambda's limit are read, so that the function hears that they are too large. */
  private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

  /**
   * AWS's client reports the stack trace of an exception in a field too, if that has less than a
   * megabyte, in UTF-8; it does not survive a refusal.
   */
  private static final int FIELD_BYTES_MAX = 1024 * 1024 + 1024;

  /** Processes wait for work in their requests: closing interrupts them at once. */
  private static final HttpLimits LIMITS =
      HttpLimits.forBodiesOf(BODY_BYTES_MAX)
          .withFieldBytes(FIELD_BYTES_MAX)
          .withLenientFields()
          .withGrace(Duration.ZERO);

  private static final String VERSION = "2018-06-01";
  private static final String REQUEST_ID = "Lambda-Runtime-Aws-Request-Id";
  private static final Field JSON = new Field("Content-Type", "application/json");

  /** Where the operation begins in {@code /w/<token>/2018-06-01/runtime/…}, split at slashes. */
  private static final int OPERATION_AT = 4;

  private final LocalHttpServer server;
  private final Map<String, Worker> workers = new ConcurrentHashMap<>();

  RuntimeApi() throws IOException {
    server = LocalHttpServer.bind(ADDRESS, 0, LIMITS, Audience.PROGRAMS);
    server.open(this);
  }

  /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API} for the process with this token. */
  String address(String token) {
    return ADDRESS + ":" + server.port() + "/w/" + token;
  }

  void add(String token, Worker worker) {
    workers.put(token, worker);
  }

  void remove(String token) {
    workers.remove(token);
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public HttpResponse answer(HttpRequest request) throws InterruptedException {
    Optional<Worker> worker = worker(request);
    if (worker.isEmpty()) {
      return HttpResponse.text(404, "No process has this path.");
    }
    String operation = operation(request);
    return operation.equals("runtime/invocation/next")
        ? next(worker.get())
        : report(request, worker.get(), operation);
  }

  @Override
  public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
    if (fault == HttpFault.BODY_TOO_LARGE) {
      String requestId = requestId(operation(soFar));
      worker(soFar).ifPresent(worker -> worker.answer(requestId, tooLarge(requestId)));
    }
    return HttpResponse.text(fault.status(), fault.detail());
  }

  @Override
  public void delivered(HttpRequest request, HttpResponse answer, boolean lost) {
    Field.first(answer.fields(), REQUEST_ID)
        .ifPresent(id -> worker(request).ifPresent(worker -> worker.delivered(id, lost)));
  }

  private Optional<Worker> worker(HttpRequest request) {
    List<String> path = path(request);
    boolean fits =
        path.size() > OPERATION_AT + 1 && path.get(1).equals("w") && path.get(3).equals(VERSION);
    return fits ? Optional.ofNullable(workers.get(path.get(2))) : Optional.empty();
  }

  private static List<String> path(HttpRequest request) {
    return List.of(request.path().split("/", -1));
  }

  private static String operation(HttpRequest request) {
    return path(request).stream().skip(OPERATION_AT).collect(Collectors.joining("/"));
  }

  private static HttpResponse next(Worker worker) throws InterruptedException {
    Task task = worker.next();
    return new HttpResponse(
        200,
        List.of(
            JSON,
            new Field(REQUEST_ID, task.requestId()),
            new Field("Lambda-Runtime-Deadline-Ms", Long.toString(task.deadline().toEpochMilli())),
            new Field("Lambda-Runtime-Invoked-Function-Arn", worker.arn()),
            new Field("Lambda-Runtime-Trace-Id", Traces.of(task.requestId(), task.deadline()))),
        task.payload());
  }

  private static HttpResponse report(HttpRequest request, Worker worker, String operation) {
    byte[] body = request.body();
    String type = request.header("Lambda-Runtime-Function-Error-Type").orElse("Runtime.Unknown");
    if (operation.equals("runtime/init/error")) {
      worker.failStart(ErrorDocument.read(type, body).notStarted());
    } else if (operation.endsWith("/response")) {
      String requestId = requestId(operation);
      worker.answer(requestId, returned(requestId, body));
    } else if (operation.endsWith("/error")) {
      worker.answer(requestId(operation), ErrorDocument.read(type, body).failed());
    }
    byte[] ok = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    return new HttpResponse(202, List.of(JSON), ok);
  }

  private static InvocationResult returned(String requestId, byte[] body) {
    return body.length <= ANSWER_BYTES_MAX
        ? new InvocationResult.Answered(body)
        : tooLarge(requestId);
  }

  private static InvocationResult tooLarge(String requestId) {
    return ErrorDocument.ofLambda(
            requestId,
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size ("
                + ANSWER_BYTES_MAX
                + " bytes).")
        .failed();
  }

  /** Takes the id out of {@code runtime/invocation/<id>/response}. */
  private static String requestId(String operation) {
    String[] parts = operation.split("/", -1);
    return parts.length < 4 ? "" : parts[2];
  }
}
