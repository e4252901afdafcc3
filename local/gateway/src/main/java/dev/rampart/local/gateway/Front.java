package dev.rampart.local.gateway;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The HTTP server: Helidon's, every connection of it behind a {@link Screen}. */
final class Front implements AutoCloseable {
  private static final Duration STOP_MAX = Duration.ofMillis(250);
  private static final int CONNECTIONS_MAX = 2048;

  /** Fields that the screen adds for the server's sake. */
  private static final Set<String> OF_THE_SCREEN = Set.of("connection", "content-length");

  private static final byte[] NO_BODY = {};

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
    check(address, port);
    WebServer server =
        WebServer.builder()
            .host(address)
            .port(port)
            .protocolsDiscoverServices(false)
            .addConnectionSelector(selector)
            .maxTcpConnections(CONNECTIONS_MAX)
            .maxPayloadSize(HeadReader.BODY_BYTES_MAX)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .shutdownGracePeriod(STOP_MAX)
            .shutdownHook(false)
            .routing(routing -> routing.any((in, out) -> serve(in, out, answerer)))
            .build();
    server.start();
    if (!server.isRunning()) {
      throw new IOException("the gateway cannot listen on port " + port + " of " + address);
    }
    return new Front(server);
  }

  /**
   * Asks for the port before the server does, which would only log that it is taken.
   *
   * @throws IOException where it cannot be had
   */
  static void check(String address, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new IOException(
          "port " + port + " of " + address + " cannot be listened on: " + e.getMessage(), e);
    }
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
    if (in.prologue().method().text().equals("HEAD")) {
      // The length is that of the body which is left out.
      out.contentLength(answer.body().length);
      out.send(NO_BODY);
    } else {
      out.send(answer.body());
    }
  }

  private static Inbound inbound(ServerRequest in) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (Header header : in.headers()) {
      if (OF_THE_SCREEN.contains(header.headerName().lowerCase())) {
        continue;
      }
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
