package dev.rampart.local.gateway.integration;

import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.GatewayResponses;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.http.FaultLog;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Asks the integration of an operation, and tells its failures as gateway responses. */
public final class Integrations implements AutoCloseable {
  private static final FaultLog FAULTS =
      new FaultLog(System.getLogger(Integrations.class.getName()));

  private static final Pattern PARAMETER = Pattern.compile("\\{[^/{}]*}");

  private final FunctionInvoker functions;
  private final GatewayResponses responses;
  private final StoredObjects objects;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Integrations(
      FunctionInvoker functions,
      StoredObjects objects,
      GatewayResponses responses,
      Duration timeout) {
    this.functions = functions;
    this.responses = responses;
    this.objects = objects;
    this.timeout = timeout;
  }

  public HttpResponse answer(RequestContext context) {
    return switch (context.operation().integration()) {
      case ApiOperation.Integration.LambdaProxy(String functionArn) -> invoke(functionArn, context);
      case ApiOperation.Integration.Mock mock -> mock(mock, context);
      case ApiOperation.Integration.StoredObject object -> objects.answer(object, context);
      case ApiOperation.Integration.None() ->
          responses.render(
              GatewayRefusal.of(
                  ResponseType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token"),
              context);
    };
  }

  private HttpResponse mock(ApiOperation.Integration.Mock mock, RequestContext context) {
    if (!mock.mediaTypes().contains(context.mediaType())) {
      return responses.render(
          GatewayRefusal.of(ResponseType.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type"),
          context);
    }
    List<Field> fields =
        mock.fields().stream().flatMap(mapped -> mapped.field(context).stream()).toList();
    String body = mock.body().map(text -> text.json(context::variable, "")).orElse("");
    context.set("status", Integer.toString(mock.status()));
    return new HttpResponse(mock.status(), fields, body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse invoke(String functionArn, RequestContext context) {
    long start = System.nanoTime();
    byte[] event = ProxyRequest.of(context);
    String source = source(context.operation());
    Future<InvocationResult> call =
        threads.submit(() -> functions.invokeFor(source, functionArn, event));
    try {
      InvocationResult result = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return read(result, context);
    } catch (TimeoutException _) {
      call.cancel(true);
      return responses.render(
          GatewayRefusal.of(ResponseType.INTEGRATION_TIMEOUT, "Endpoint request timed out"),
          context);
    } catch (ExecutionException e) {
      FAULTS.log("The integration failed", e);
      return responses.render(
          GatewayRefusal.of(ResponseType.INTEGRATION_FAILURE, "Internal server error"), context);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(500, context);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      context.set("integration.latency", Long.toString(took.toMillis()));
      context.set("integrationLatency", Long.toString(took.toMillis()));
    }
  }

  /** As the ARN of a permission has it after the stage; a path parameter is a {@code *} in it. */
  private static String source(ApiOperation operation) {
    return operation.method() + PARAMETER.matcher(operation.path()).replaceAll("*");
  }

  private HttpResponse read(InvocationResult result, RequestContext context) {
    return switch (result) {
      case InvocationResult.Answered(byte[] payload) -> {
        context.set("integration.status", "200");
        yield ProxyResponse.parse(payload)
            .map(answer -> answered(answer, context))
            .orElseGet(() -> failed(502, context));
      }
      case InvocationResult.Throttled _ -> {
        context.set("integration.status", "429");
        context.cause("the function is throttled: its concurrency is used up, or none is reserved");
        yield failed(500, context);
      }
      case InvocationResult.NotPermitted(String reason) -> {
        context.cause(reason);
        yield responses.render(
            GatewayRefusal.of(ResponseType.API_CONFIGURATION_ERROR, "Internal server error"),
            context);
      }
      case InvocationResult.Failure failure -> {
        context.set("integration.status", "200");
        context.set("integration.error", failure.errorType());
        context.cause("the function failed: " + failure.errorType());
        yield failed(502, context);
      }
    };
  }

  private static HttpResponse answered(HttpResponse answer, RequestContext context) {
    context.set("status", Integer.toString(answer.status()));
    return answer;
  }

  private HttpResponse failed(int status, RequestContext context) {
    return responses.render(
        new GatewayRefusal(
            ResponseType.DEFAULT_5XX, status, "Internal server error", Map.of(), Optional.empty()),
        context);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
