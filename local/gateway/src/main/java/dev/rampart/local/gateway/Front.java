package dev.rampart.local.gateway;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The HTTP server: Helidon's, every connection of it behind a {@link Screen}. */
final class Front implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 2048;

  /** The longest wait for a byte; the screen adds up what it allows in all. */
  private static final Duration READ_MAX = Duration.ofSeconds(5);

  private final WebServer server;

  private Front(WebServer server) {
    this.server = server;
  }

  /** Makes the answer to a request. Never throws. */
  @FunctionalInterface
  interface Answerer {
    Outbound answer(Inbound inbound);
  }

  /**
   * Starts to listen.
   *
   * @throws IOException where the port is taken or the address is not ours
   */
  static Front start(String address, int port, Answerer answerer, Selector selector)
      throws IOException {
    WebServer server =
        WebServer.builder()
            .host(address)
            .port(port)
            .protocolsDiscoverServices(false)
            .addConnectionSelector(selector)
            .maxTcpConnections(CONNECTIONS_MAX)
            .maxPayloadSize(HeadReader.BODY_BYTES_MAX)
            .connectionOptions(options -> options.readTimeout(READ_MAX).tcpNoDelay(true))
            .shutdownHook(false)
            .routing(routing -> routing.any((in, out) -> serve(in, out, answerer)))
            .build();
    try {
      return new Front(server.start());
    } catch (RuntimeException e) {
      throw new IOException(reason(e, address, port), e);
    }
  }

  private static String reason(Throwable failure, String address, int port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "port " + port + " of " + address + " cannot be listened on: " + cause.getMessage();
      }
    }
    return "the gateway cannot listen on port " + port + " of " + address;
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void serve(ServerRequest in, ServerResponse out, Answerer answerer)
      throws IOException {
    Outbound answer = answerer.answer(inbound(in));
    out.status(answer.status());
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Field field : answer.fields()) {
      fields.computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(field.value());
    }
    fields.forEach(
        (name, values) ->
            out.header(HeaderValues.create(HeaderNames.create(name), List.copyOf(values))));
    if (answer.body().length == 0) {
      out.send();
    } else {
      out.send(answer.body());
    }
  }

  private static Inbound inbound(ServerRequest in) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (Header header : in.headers()) {
      header.allValues().forEach(value -> fields.add(new Field(header.name(), value)));
    }
    try (InputStream body = in.content().inputStream()) {
      return new Inbound(
          in.prologue().method().text(),
          in.prologue().uriPath().rawPath(),
          in.prologue().query().rawValue(),
          List.copyOf(fields),
          body.readAllBytes(),
          ScreenedConnection.address(in.remotePeer()));
    }
  }
}
