package dev.rampart.local.identity.web;

import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.http.LocalHttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One HTTP port on loopback. */
public final class WebDoor implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";
  private static final int BODY_BYTES_MAX = 64 * 1024;
  private static final HttpLimits LIMITS =
      HttpLimits.forBodiesOf(BODY_BYTES_MAX).withGrace(Duration.ZERO);

  private final LocalHttpServer server;

  private WebDoor(LocalHttpServer server) {
    this.server = server;
  }

  /**
   * Takes a port, 0 for any free one; nothing is answered before {@link #open}.
   *
   * @throws IOException if the port is taken
   */
  public static WebDoor at(int port) throws IOException {
    // People sign in by browser, and apps of other origins send them here.
    return new WebDoor(LocalHttpServer.bind(ADDRESS, port, LIMITS, Audience.BROWSERS));
  }

  /** Returns where the port answers, without a trailing slash. */
  public String url() {
    return "http://" + ADDRESS + ":" + server.port();
  }

  /** Begins to answer. */
  public void open(Function<WebRequest, WebReply> answer) {
    server.open(new Answers(answer));
  }

  @Override
  public void close() {
    server.close();
  }

  private record Answers(Function<WebRequest, WebReply> answer) implements HttpHandler {
    @Override
    public HttpResponse answer(HttpRequest request) {
      try {
        return response(answer.apply(web(request)));
      } catch (BadRequest e) {
        return response(plain(400, Optional.ofNullable(e.getMessage()).orElse("Bad request")));
      }
    }

    @Override
    public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
      return response(plain(fault.status(), fault.detail()));
    }

    private static WebRequest web(HttpRequest request) {
      Map<String, List<String>> headers = new HashMap<>();
      for (Field field : request.fields()) {
        headers.computeIfAbsent(field.key(), _ -> new ArrayList<>()).add(field.value());
      }
      return new WebRequest(
          request.method(),
          request.path(),
          request.query(),
          Map.copyOf(headers),
          request.body(),
          request.sourceIp(),
          request.isFromAnotherOrigin());
    }

    private static HttpResponse response(WebReply reply) {
      List<Field> fields = new ArrayList<>();
      reply.headers().forEach((name, value) -> fields.add(new Field(name, value)));
      return new HttpResponse(reply.status(), List.copyOf(fields), reply.body())
          .with("X-Content-Type-Options", "nosniff");
    }

    private static WebReply plain(int status, String message) {
      return WebReply.text(status, "text/plain;charset=UTF-8", message + "\n");
    }
  }
}
