package dev.rampart.local.scenario;

import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.tables.Tables;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Local tables that answer like a DynamoDB with a fault, while they are told to, and that say when
 * a write is done and not yet answered.
 */
final class RefusingTables implements AwsService, AutoCloseable {
  private static final HttpResponse FAULT =
      HttpResponse.of(
          500,
          "application/x-amz-json-1.0",
          "{\"__type\":\"InternalServerError\",\"message\":\"It is down.\"}"
              .getBytes(StandardCharsets.UTF_8));

  private final Tables tables = Tables.inMemory(Clock.systemUTC());
  private final AwsServer server;
  private final AtomicReference<Runnable> afterWrite = new AtomicReference<>(() -> {});
  private volatile boolean down;

  RefusingTables() throws IOException {
    server = AwsServer.start(0, List.of(this));
  }

  URI url() {
    return server.url();
  }

  /** Does something while every call to the tables fails. */
  void whileDown(Runnable task) {
    down = true;
    try {
      task.run();
    } finally {
      down = false;
    }
  }

  /** Does something once, between the next {@code PutItem} and its answer. */
  void afterTheNextWrite(Runnable task) {
    afterWrite.set(task);
  }

  @Override
  public boolean serves(HttpRequest request) {
    return tables.serves(request);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    if (down) {
      return FAULT;
    }
    HttpResponse answer = tables.answer(request);
    if (request.header("X-Amz-Target").orElse("").endsWith(".PutItem")) {
      afterWrite.getAndSet(() -> {}).run();
    }
    return answer;
  }

  @Override
  public List<AwsAction> actions(HttpRequest request) {
    return tables.actions(request);
  }

  @Override
  public void close() {
    server.close();
    tables.close();
  }
}
