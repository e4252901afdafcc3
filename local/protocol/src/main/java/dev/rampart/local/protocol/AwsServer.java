package dev.rampart.local.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves AWS services on one loopback port; each request goes to the first that takes it. */
public final class AwsServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AwsServer.class.getName());
  private static final int GRACE_SECONDS = 2;
  private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;
  private static final String FAULT =
      "{\"__type\":\"InternalFailure\",\"message\":\"The service failed; its log says why.\"}";

  private final HttpServer server;
  private final ExecutorService threads;

  private AwsServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts on a port, 0 for any free one.
   *
   * @throws IOException where the port is taken
   */
  public static AwsServer start(int port, List<? extends AwsService> services) throws IOException {
    // Read once, when the server class loads: small answers must not wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, services));
    server.start();
    return new AwsServer(server, threads);
  }

  /** Returns where the services answer, without a trailing slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    try {
      // Requests under way may be writing to a file, which an interrupt would close under them.
      if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(HttpExchange exchange, List<? extends AwsService> services)
      throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
      AwsReply reply =
          body.length > BODY_BYTES_MAX
              ? text(413, "The request is larger than " + BODY_BYTES_MAX + " bytes.")
              : answer(request(exchange, body), services);
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      int length = reply.body().length;
      exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static AwsReply answer(AwsRequest request, List<? extends AwsService> services) {
    try {
      for (AwsService service : services) {
        if (service.serves(request)) {
          return service.answer(request);
        }
      }
      return text(404, "No service of this endpoint takes the request.");
    } catch (RuntimeException e) {
      // An interrupted call is no fault: the server is being closed.
      boolean closing = Thread.currentThread().isInterrupted();
      LOG.log(
          closing ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
          "A service failed at " + request.path(),
          e);
      return new AwsReply(500, "application/json", FAULT.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static AwsRequest request(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new AwsRequest(
        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Map.copyOf(headers), body);
  }

  private static AwsReply text(int status, String message) {
    return new AwsReply(status, "text/plain", message.getBytes(StandardCharsets.UTF_8));
  }
}
