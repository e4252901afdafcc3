package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import java.text.Normalizer;
import java.util.Map;

/** The one normalisation of a body: every text in Unicode normalisation form C. */
final class NormalForm {

  private NormalForm() {}

  /**
   * Returns the same value with its texts and names in form C.
   *
   * @throws RefusedRequest if two names of one object become equal
   */
  static JsonNode of(JsonNode value) {
    return switch (value) {
      case TextNode text -> TextNode.valueOf(normalise(text.textValue()));
      case ArrayNode array -> elements(array);
      case ObjectNode object -> members(object);
      default -> value;
    };
  }

  private static JsonNode elements(ArrayNode array) {
    ArrayNode elements = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : array) {
      elements.add(of(element));
    }
    return elements;
  }

  private static JsonNode members(ObjectNode object) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (members.putIfAbsent(normalise(member.getKey()), of(member.getValue())) != null) {
        throw new RefusedRequest(
            CommonProblem.MALFORMED_JSON.because(
                "Two names of one object are equal in Unicode normalisation form C."));
      }
    }
    return members;
  }

  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
