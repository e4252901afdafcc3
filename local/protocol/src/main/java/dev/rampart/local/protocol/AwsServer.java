package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.ConnectionThreads;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.http.LocalHttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

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
   * Starts on a port, 0 for any free one, for callers who may do everything.
   *
   * @throws IOException if the port is taken
   */
  public static AwsServer start(int port, List<? extends AwsService> services) throws IOException {
    return start(port, services, Authorisation.NONE, CallInterceptor.NONE);
  }

  /**
   * Starts on a port, 0 for any free one.
   *
   * @param authorisation decides what callers may do
   * @param interceptor sees each call before its service does
   * @throws IOException if the port is taken
   */
  public static AwsServer start(
      int port,
      List<? extends AwsService> services,
      Authorisation authorisation,
      CallInterceptor interceptor)
      throws IOException {
    LocalHttpServer server =
        LocalHttpServer.bind(
            ADDRESS,
            port,
            HttpLimits.forBodiesOf(BODY_BYTES_MAX).withConnections(CONNECTIONS_MAX),
            Audience.PROGRAMS,
            ConnectionThreads.PLATFORM);
    server.open(
        new Services(List.copyOf(services), new MemoryLimiter(), authorisation, interceptor));
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

  private record Rest(Services services, AwsService service) implements CallInterceptor.Next {
    @Override
    public HttpResponse answer(HttpRequest request) throws InterruptedException {
      return services.answer(service, request);
    }

    @Override
    public <T> T withRoom(HttpRequest request, Supplier<T> work) throws InterruptedException {
      return services.memory().run(request.body().length, 0, work);
    }
  }

  private record Services(
      List<AwsService> services,
      MemoryLimiter memory,
      Authorisation authorisation,
      CallInterceptor interceptor)
      implements HttpHandler {
    @Override
    public HttpResponse answer(HttpRequest request) throws InterruptedException {
      Optional<AwsService> service = services.stream().filter(s -> s.serves(request)).findFirst();
      return stamped(service.isEmpty() ? nowhere() : intercepted(service.get(), request));
    }

    private HttpResponse intercepted(AwsService service, HttpRequest request)
        throws InterruptedException {
      return interceptor.around(service, request, new Rest(this, service));
    }

    private HttpResponse answer(AwsService service, HttpRequest request)
        throws InterruptedException {
      int bytes = request.body().length;
      if (!service.mayWait(request)) {
        int answerBytesMax = service.answerBytesMax(request);
        return AwsCallLog.logged(
            service,
            request,
            () -> memory.run(bytes, answerBytesMax, () -> service.answer(request, authorisation)));
      }
      return bytes <= WAITING_BODY_BYTES_MAX
          ? AwsCallLog.logged(service, request, () -> service.answer(request, authorisation))
          : tooLargeToWait();
    }

    @Override
    public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
      return stamped(refusal(fault.status(), fault.detail()));
    }

    private static HttpResponse tooLargeToWait() {
      return refusal(
          HttpFault.BODY_TOO_LARGE.status(),
          "A request that may wait has a body of at most " + WAITING_BODY_BYTES_MAX + " bytes.");
    }

    private static HttpResponse refusal(int status, String message) {
      return HttpResponse.json(
          status,
          JsonNodeFactory.instance
              .objectNode()
              .put("__type", status < 500 ? "InvalidRequest" : "InternalFailure")
              .put("message", message));
    }

    private static HttpResponse nowhere() {
      return HttpResponse.of(
          404,
          "text/plain",
          "No service of this endpoint takes the request.".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse stamped(HttpResponse response) {
      return response.with("x-amzn-RequestId", UUID.randomUUID().toString());
    }
  }
}
