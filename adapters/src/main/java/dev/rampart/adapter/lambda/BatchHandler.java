package dev.rampart.adapter.lambda;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * The entry point of a function that is called with batches: reads the batch, has it handled, logs
 * one line about it and writes the reply.
 */
public abstract class BatchHandler implements RequestStreamHandler {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Logger log = LoggerFactory.getLogger(getClass());
  private final String message;
  private final Function<JsonNode, ? extends BatchResult> consumer;

  /**
   * Handles batches.
   *
   * @param message the message of the log line
   * @param consumer handles one batch; what it throws fails the whole batch
   */
  protected BatchHandler(String message, Function<JsonNode, ? extends BatchResult> consumer) {
    this.message = message;
    this.consumer = consumer;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = MAPPER.readTree(input);
    BatchResult result = PowertoolsLogging.withLogging(context, () -> handle(event));
    output.write(MAPPER.writeValueAsBytes(result.reply()));
  }

  private BatchResult handle(JsonNode event) {
    BatchResult result = consumer.apply(event);
    Object[] fields =
        result.logFields().entrySet().stream()
            .map(field -> entry(field.getKey(), field.getValue()))
            .toArray();
    log.atLevel(result.failures().isEmpty() ? Level.INFO : Level.WARN).log(message, fields);
    return result;
  }
}
