package dev.rampart.local.gateway;

import dev.rampart.local.protocol.http.FaultLog;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the integration of an operation, and tells its failures as gateway responses. */
final class Backends implements AutoCloseable {
  private static final FaultLog FAULTS = new FaultLog(System.getLogger(Backends.class.getName()));

  private final FunctionInvoker integration;
  private final Responses responses;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Backends(FunctionInvoker integration, Responses responses, Duration timeout) {
    this.integration = integration;
    this.responses = responses;
    this.timeout = timeout;
  }

  HttpResponse answer(Exchange exchange) {
    return switch (exchange.operation().backend()) {
      case Operation.Backend.Proxy(String functionArn) -> invoke(functionArn, exchange);
      case Operation.Backend.Mock mock -> mock(mock, exchange);
      case Operation.Backend.None() ->
          responses.render(
              Refusal.of(ResponseType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token"),
              exchange);
    };
  }

  private HttpResponse mock(Operation.Backend.Mock mock, Exchange exchange) {
    if (!mock.mediaTypes().contains(exchange.mediaType())) {
      return responses.render(
          Refusal.of(ResponseType.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type"), exchange);
    }
    List<Field> fields =
        mock.fields().stream().flatMap(mapped -> mapped.field(exchange).stream()).toList();
    String body = mock.body().map(text -> text.json(exchange::variable, "")).orElse("");
    exchange.set("status", Integer.toString(mock.status()));
    return new HttpResponse(mock.status(), fields, body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse invoke(String functionArn, Exchange exchange) {
    long start = System.nanoTime();
    byte[] event = ProxyEvent.of(exchange);
    Future<InvocationResult> call = threads.submit(() -> integration.invoke(functionArn, event));
    try {
      InvocationResult result = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return read(result, exchange);
    } catch (TimeoutException _) {
      call.cancel(true);
      return responses.render(
          Refusal.of(ResponseType.INTEGRATION_TIMEOUT, "Endpoint request timed out"), exchange);
    } catch (ExecutionException e) {
      FAULTS.log("The integration failed", e);
      return responses.render(
          Refusal.of(ResponseType.INTEGRATION_FAILURE, "Internal server error"), exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(500, exchange);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      exchange.set("integration.latency", Long.toString(took.toMillis()));
      exchange.set("integrationLatency", Long.toString(took.toMillis()));
    }
  }

  private HttpResponse read(InvocationResult result, Exchange exchange) {
    return switch (result) {
      case InvocationResult.Answered(byte[] payload) -> {
        exchange.set("integration.status", "200");
        yield ProxyAnswer.parse(payload)
            .map(answer -> answered(answer, exchange))
            .orElseGet(() -> failed(502, exchange));
      }
      case InvocationResult.Throttled _ -> {
        exchange.set("integration.status", "429");
        yield failed(500, exchange);
      }
      case InvocationResult.Failure failure -> {
        exchange.set("integration.status", "200");
        exchange.set("integration.error", failure.errorType());
        yield failed(502, exchange);
      }
    };
  }

  private static HttpResponse answered(HttpResponse answer, Exchange exchange) {
    exchange.set("status", Integer.toString(answer.status()));
    return answer;
  }

  private HttpResponse failed(int status, Exchange exchange) {
    return responses.render(
        new Refusal(ResponseType.DEFAULT_5XX, status, "Internal server error", Map.of()), exchange);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
