package dev.rampart.function.relay;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.in.tablestream.SubmissionStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Entry point of the relay: a batch of the table's stream in, the oldest failed record out. */
public final class RelayHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RelayHandler.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SubmissionStream stream;

  /** Started by Lambda. */
  public RelayHandler() {
    this(System.getenv());
  }

  /** For tests of the wiring: any environment. */
  public RelayHandler(Map<String, String> environment) {
    this(RelayWiring.wire(Settings.from(environment)));
  }

  RelayHandler(SubmissionStream stream) {
    this.stream = stream;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = MAPPER.readTree(input);
    var handled = PowertoolsLogging.withLogging(context, () -> handle(event));
    output.write(MAPPER.writeValueAsBytes(handled.reply()));
  }

  private SubmissionStream.Handled handle(JsonNode event) {
    var handled = stream.handle(event);
    LOG.atLevel(handled.again().isPresent() ? Level.WARN : Level.INFO)
        .log(
            "batch relayed",
            entry("records", handled.records()),
            entry("events", handled.events()),
            entry("unreadable", handled.unreadable()),
            entry("again", handled.again().orElse("")));
    return handled;
  }
}
