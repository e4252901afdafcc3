package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.ConnectionThreads;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.http.LocalHttpServer;
import dev.rampart.local.protocol.http.PercentDecoder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Serves AWS services on one loopback port; each request goes to the first that takes it. Programs
 * of this machine are answered, and no page in a browser.
 */
public final class AwsServer implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";

  /** The largest request of DynamoDB. */
  private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

  /** The largest request that may wait while it is answered, since many of them do so at once. */
  static final int WAITING_BODY_BYTES_MAX = 8 * 1024;

  /** Far more than the functions open; each has a thread of the system, of which it has few. */
  private static final int CONNECTIONS_MAX = 512;

  private final LocalHttpServer server;

  private AwsServer(LocalHttpServer server) {
    this.server = server;
  }

  /**
   * Starts on a port, 0 for any free one.
   *
   * @throws IOException if the port is taken
   */
  public static AwsServer start(int port, List<? extends AwsService> services) throws IOException {
    LocalHttpServer server =
        LocalHttpServer.bind(
            ADDRESS,
            port,
            HttpLimits.forBodiesOf(BODY_BYTES_MAX).withConnections(CONNECTIONS_MAX),
            Audience.PROGRAMS,
            ConnectionThreads.PLATFORM);
    server.open(new Services(List.copyOf(services), new MemoryLimiter()));
    return new AwsServer(server);
  }

  /** Returns where the services answer, without a trailing slash. */
  public URI url() {
    return URI.create("http://" + ADDRESS + ":" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }

  private record Services(List<AwsService> services, MemoryLimiter memory) implements HttpHandler {
    @Override
    public HttpResponse answer(HttpRequest request) throws InterruptedException {
      AwsRequest call = call(request);
      Optional<AwsService> service = services.stream().filter(s -> s.serves(call)).findFirst();
      return response(service.isEmpty() ? nowhere() : answer(service.get(), call));
    }

    private AwsReply answer(AwsService service, AwsRequest call) throws InterruptedException {
      int bytes = call.body().length;
      if (!service.mayWait(call)) {
        return memory.run(bytes, service.answerBytesMax(call), () -> service.answer(call));
      }
      return bytes <= WAITING_BODY_BYTES_MAX ? service.answer(call) : tooLargeToWait();
    }

    @Override
    public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
      return response(refusal(fault.status(), fault.detail()));
    }

    private static AwsReply tooLargeToWait() {
      return refusal(
          HttpFault.BODY_TOO_LARGE.status(),
          "A request that may wait has a body of at most " + WAITING_BODY_BYTES_MAX + " bytes.");
    }

    private static AwsReply refusal(int status, String message) {
      String document =
          JsonNodeFactory.instance
              .objectNode()
              .put("__type", status < 500 ? "InvalidRequest" : "InternalFailure")
              .put("message", message)
              .toString();
      return new AwsReply(status, "application/json", document.getBytes(StandardCharsets.UTF_8));
    }

    private static AwsReply nowhere() {
      String message = "No service of this endpoint takes the request.";
      return new AwsReply(404, "text/plain", message.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse response(AwsReply reply) {
      return new HttpResponse(
          reply.status(),
          List.of(
              new Field("Content-Type", reply.contentType()),
              new Field("x-amzn-RequestId", UUID.randomUUID().toString())),
          reply.body());
    }

    private static AwsRequest call(HttpRequest request) {
      Map<String, String> headers = new HashMap<>();
      request.fields().forEach(field -> headers.putIfAbsent(field.key(), field.value()));
      return new AwsRequest(
          request.method(),
          PercentDecoder.decode(request.path()),
          Map.copyOf(headers),
          request.body());
    }
  }
}
