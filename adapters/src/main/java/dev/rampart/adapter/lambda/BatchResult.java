package dev.rampart.adapter.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SequencedMap;

/** What came of a batch that a function was called with. */
public interface BatchResult {

  /** Returns the ids of the items that have to be delivered again; empty if none has to. */
  List<String> failures();

  /** Returns the numbers that the log is to hold, in this order. */
  SequencedMap<String, Object> logFields();

  /** Returns the answer that Lambda expects from a function that reports partial failure. */
  default ObjectNode reply() {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode items = reply.putArray("batchItemFailures");
    failures().forEach(id -> items.addObject().put("itemIdentifier", id));
    return reply;
  }
}
