package dev.rampart.function.detection;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.in.queue.SignalQueue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Entry point of detection: a delivery of the signal queue in, the failed messages out. */
public final class DetectionHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DetectionHandler.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SignalQueue queue;

  /** Started by Lambda. */
  public DetectionHandler() {
    this(System.getenv());
  }

  /** For tests of the wiring: any environment. */
  public DetectionHandler(Map<String, String> environment) {
    this(DetectionWiring.wire(Settings.from(environment)));
  }

  DetectionHandler(SignalQueue queue) {
    this.queue = queue;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = MAPPER.readTree(input);
    var handled = PowertoolsLogging.withLogging(context, () -> handle(event));
    output.write(MAPPER.writeValueAsBytes(handled.reply()));
  }

  private SignalQueue.Handled handle(JsonNode event) {
    var handled = queue.handle(event);
    LOG.atLevel(handled.again().isEmpty() ? Level.INFO : Level.WARN)
        .log(
            "signals assessed",
            entry("signals", handled.signals()),
            entry("malformed", handled.malformed()),
            entry("threats", handled.threats()),
            entry("again", handled.again().size()));
    return handled;
  }
}
