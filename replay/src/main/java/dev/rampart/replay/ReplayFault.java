package dev.rampart.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/**
 * What could not be read or understood, and why.
 *
 * @param line the number of the line, from 1; empty if it is the file that could not be read
 */
record ReplayFault(String file, OptionalLong line, String reason) {
  String text() {
    return file + (line.isPresent() ? ":" + line.getAsLong() : "") + ": " + reason;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("file", file);
    line.ifPresent(number -> json.put("line", number));
    return json.put("reason", reason);
  }
}
