package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.adapter.lambda.BatchResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What came of a delivery of log lines.
 *
 * @param lines how many lines it held
 * @param signals how many signals were published of them
 * @param rejected how many could not be read; one for a delivery that could not be read at all
 */
public record LogBatchResult(int lines, int signals, int rejected) implements BatchResult {

  /** A subscription has no partial failure: what fails, fails as a whole. */
  @Override
  public List<String> failures() {
    return List.of();
  }

  @Override
  public SequencedMap<String, Object> logFields() {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("lines", lines);
    fields.put("signals", signals);
    fields.put("rejected", rejected);
    return fields;
  }

  /** Nobody reads the answer to a delivery of log lines; it helps whoever calls the function. */
  @Override
  public ObjectNode reply() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("lines", lines)
        .put("signals", signals)
        .put("rejected", rejected);
  }
}
