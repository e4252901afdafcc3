package dev.rampart.function.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.lambda.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Entry point of the API function. */
public final class ApiHandler implements RequestStreamHandler {

  /** The part of the function's time that is kept for writing an answer and a log line. */
  static final Duration RESERVE = Duration.ofSeconds(1);

  private final Router router;
  private final RequestLog log = new RequestLog();
  private final RequestMetrics metrics;

  /** Called by Lambda at start. */
  public ApiHandler() {
    this(System.getenv());
  }

  /** Starts with any environment, for tests of the wiring. */
  public ApiHandler(Map<String, String> environment) {
    this(ApiSettings.from(new Environment(environment)));
  }

  private ApiHandler(ApiSettings settings) {
    this(ApiWiring.wire(settings), settings);
  }

  /** Starts with any ports, for tests of the whole function. */
  ApiHandler(Router router, ApiSettings settings) {
    this.router = router;
    this.metrics = new RequestMetrics(settings.metricsNamespace());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream reply, Context context) {
    metrics.started(context);
    metrics.count(PowertoolsLogging.withLogging(context, () -> answer(event, reply, context)));
  }

  private RequestLogLine answer(InputStream event, OutputStream reply, Context context) {
    Duration timeout = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
    RequestLogLine line = router.answer(event, reply, timeout);
    log.write(line);
    return line;
  }
}
