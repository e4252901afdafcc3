package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;

/** The one canonicalisation: every text of a body in Unicode normalisation form C. */
final class NormalForm {

  private NormalForm() {}

  /** Returns the same value with its texts and names in form C; two names may not become one. */
  static Checked<JsonNode> of(JsonNode value) {
    return switch (value) {
      case TextNode text -> Checked.good(TextNode.valueOf(normalise(text.textValue())));
      case ArrayNode array -> {
        var elements = JsonNodeFactory.instance.arrayNode();
        for (var element : array) {
          switch (of(element)) {
            case Checked.Good<JsonNode>(var good) -> elements.add(good);
            case Checked.Bad<JsonNode> bad -> {
              yield bad;
            }
          }
        }
        yield Checked.good(elements);
      }
      case ObjectNode object -> members(object);
      default -> Checked.good(value);
    };
  }

  private static Checked<JsonNode> members(ObjectNode object) {
    var members = JsonNodeFactory.instance.objectNode();
    for (var member : object.properties()) {
      switch (of(member.getValue())) {
        case Checked.Good<JsonNode>(var good) -> {
          if (members.putIfAbsent(normalise(member.getKey()), good) != null) {
            return Checked.bad(
                Problem.MALFORMED_JSON.because(
                    "Two names of one object are equal in Unicode normalisation form C."));
          }
        }
        case Checked.Bad<JsonNode> bad -> {
          return bad;
        }
      }
    }
    return Checked.good(members);
  }

  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
