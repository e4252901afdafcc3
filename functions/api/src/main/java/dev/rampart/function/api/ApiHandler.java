package dev.rampart.function.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.adapter.in.apigateway.router.Router;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Entry point of the API function. */
public final class ApiHandler implements RequestStreamHandler {

  /** Kept back from the function's time: enough to word an answer and to log. */
  static final Duration RESERVE = Duration.ofSeconds(1);

  private final Router router;
  private final RequestLog log = new RequestLog();
  private final RequestMetrics metrics = new RequestMetrics();

  /** As AWS Lambda makes it. */
  public ApiHandler() {
    this(System.getenv());
  }

  /** For tests of the wiring: any environment. */
  public ApiHandler(Map<String, String> environment) {
    this(ApiWiring.wire(Settings.from(environment)));
  }

  /** For tests of the whole function over any ports. */
  ApiHandler(Router router) {
    this.router = router;
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
