package dev.rampart.adapter.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.adapter.in.apigateway.router.Router;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The entry point of a function that answers requests of the API: hands each to a router, logs one
 * line about it and counts it.
 */
public abstract class RestHandler implements RequestStreamHandler {

  /** The part of the function's time that is kept for writing an answer and a log line. */
  static final Duration RESERVE = Duration.ofSeconds(1);

  private final Router router;
  private final RequestLog log;
  private final RequestMetrics metrics;

  /**
   * Answers requests.
   *
   * @param service names the function in logs and metrics
   * @param metricsNamespace tells the stages of one account apart
   */
  protected RestHandler(Router router, String service, String metricsNamespace) {
    this.router = router;
    this.log = new RequestLog(service);
    this.metrics = new RequestMetrics(metricsNamespace, service);
  }

  @Override
  public final void handleRequest(InputStream event, OutputStream reply, Context context) {
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
