package dev.rampart.function.edgelog;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.in.logs.EdgeLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Entry point of the edge log function: a delivery of log lines in, nothing out. What cannot be
 * handled is thrown, so that Lambda calls again and in the end keeps the delivery.
 */
public final class EdgelogHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(EdgelogHandler.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final EdgeLog edgeLog;

  /** Started by Lambda. */
  public EdgelogHandler() {
    this(System.getenv());
  }

  /** For tests of the wiring: any environment. */
  public EdgelogHandler(Map<String, String> environment) {
    this(EdgelogWiring.wire(Settings.from(environment)));
  }

  EdgelogHandler(EdgeLog edgeLog) {
    this.edgeLog = edgeLog;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = MAPPER.readTree(input);
    var handled = PowertoolsLogging.withLogging(context, () -> handle(event));
    output.write(MAPPER.writeValueAsBytes(handled));
  }

  private EdgeLog.Handled handle(JsonNode event) {
    var handled = edgeLog.handle(event);
    LOG.info(
        "log lines read",
        entry("lines", handled.lines()),
        entry("signals", handled.signals()),
        entry("malformed", handled.malformed()));
    return handled;
  }
}
