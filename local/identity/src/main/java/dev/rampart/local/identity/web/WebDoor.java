package dev.rampart.local.identity.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** One HTTP port on loopback. */
public final class WebDoor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebDoor.class.getName());
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WebDoor(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes a port, 0 for any free one; nothing is answered before {@link #open}.
   *
   * @throws IOException where the port is taken
   */
  public static WebDoor at(int port) throws IOException {
    // Read once, when the server class loads: small answers must not wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new WebDoor(HttpServer.create(address, 0));
  }

  /** Returns where the port answers, without a trailing slash. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Begins to answer. */
  public void open(Function<WebRequest, WebReply> answer) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, answer));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void serve(HttpExchange exchange, Function<WebRequest, WebReply> answer)
      throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
      WebReply reply =
          body.length > BODY_BYTES_MAX
              ? plain(413, "The request is larger than " + BODY_BYTES_MAX + " bytes.")
              : answer(request(exchange, body), answer);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      boolean bodiless = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
      if (!bodiless) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private static WebReply answer(WebRequest request, Function<WebRequest, WebReply> answer) {
    try {
      return isForThisMachine(request)
          ? answer.apply(request)
          : plain(421, "This server answers on this machine's own names alone.");
    } catch (BadRequest e) {
      return plain(400, Optional.ofNullable(e.getMessage()).orElse("Bad request"));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The identity server failed on " + request.path(), e);
      return plain(500, "The identity server failed; its log says why.");
    }
  }

  /** A page elsewhere can point a name of its own at loopback; such a name is not answered. */
  private static boolean isForThisMachine(WebRequest request) {
    return request
        .header("host")
        .filter(host -> host.matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?"))
        .isPresent();
  }

  private static WebRequest request(HttpExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return new WebRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        Map.copyOf(headers),
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private static WebReply plain(int status, String message) {
    return WebReply.text(status, "text/plain;charset=UTF-8", message + "\n");
  }
}
