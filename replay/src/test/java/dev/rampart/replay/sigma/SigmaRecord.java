package dev.rampart.replay.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A record of a log as Sigma sees it: fields named by their path, through lists as well. */
record SigmaRecord(JsonNode json) {
  /** Returns the values of a field; none if it is absent or null. */
  List<String> values(String field) {
    return values(json, field)
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .map(JsonNode::asText)
        .toList();
  }

  private static Stream<JsonNode> values(JsonNode node, String path) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false).flatMap(each -> values(each, path));
    }
    int dot = path.indexOf('.');
    return dot < 0
        ? Stream.of(node.path(path))
        : values(node.path(path.substring(0, dot)), path.substring(dot + 1));
  }

  /** Returns a copy in which a field, not within a list, has another value. */
  SigmaRecord with(String field, String value) {
    ObjectNode copy = json.deepCopy();
    int dot = field.lastIndexOf('.');
    JsonNode parent = dot < 0 ? copy : copy.at("/" + field.substring(0, dot).replace('.', '/'));
    ((ObjectNode) parent).put(field.substring(dot + 1), value);
    return new SigmaRecord(copy);
  }
}
