package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces the intrinsic functions of a template by their values. A missing node stands for {@code
 * AWS::NoValue}: whatever holds it leaves it out.
 */
final class Evaluator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH_MAX = 200;

  private final TemplateSource source;
  private final References references;
  private final Conditions conditions;
  private final TextBudget budget;
  private int depth;

  Evaluator(TemplateSource source, References references) {
    this.source = source;
    this.references = references;
    this.conditions = new Conditions(source, this);
    this.budget = new TextBudget(source);
  }

  Conditions conditions() {
    return conditions;
  }

  /** Returns the value of a part of the template. */
  JsonNode value(JsonNode node, JsonPointer at) {
    if (++depth > DEPTH_MAX) {
      throw source.fault(at, "this part refers to itself, or nests too deeply");
    }
    try {
      return switch (node) {
        case ObjectNode object when isCall(object) -> call(object, at);
        case ObjectNode object -> members(object, at);
        case ArrayNode array -> elements(array, at);
        default -> node;
      };
    } finally {
      depth--;
    }
  }

  /** Returns the value of a part that has to be text, a number or a truth value. */
  String text(JsonNode node, JsonPointer at) {
    JsonNode value = value(node, at);
    if (!value.isValueNode()) {
      throw source.fault(at, "a single value is needed here");
    }
    return value.asText();
  }

  private ObjectNode members(ObjectNode object, JsonPointer at) {
    ObjectNode resolved = JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = value(member.getValue(), at.appendProperty(member.getKey()));
      if (!value.isMissingNode()) {
        resolved.set(member.getKey(), value);
      }
    }
    return resolved;
  }

  private ArrayNode elements(ArrayNode array, JsonPointer at) {
    ArrayNode resolved = JSON.arrayNode();
    for (int i = 0; i < array.size(); i++) {
      JsonNode value = value(array.path(i), at.appendIndex(i));
      if (!value.isMissingNode()) {
        resolved.add(value);
      }
    }
    return resolved;
  }

  /** Says whether an object is the call of an intrinsic function. */
  static boolean isCall(ObjectNode object) {
    String first = object.isEmpty() ? "" : object.fieldNames().next();
    return object.size() == 1 && (first.equals("Ref") || first.startsWith("Fn::"));
  }

  private JsonNode call(ObjectNode object, JsonPointer at) {
    String name = object.fieldNames().next();
    return call(name, object.path(name), at.appendProperty(name));
  }

  private JsonNode call(String name, JsonNode argument, JsonPointer at) {
    return switch (name) {
      case "Ref" -> ref(argument.asText(), at);
      case "Fn::GetAtt" -> attribute(argument, at);
      case "Fn::Sub" -> substitute(argument, at);
      case "Fn::Join" -> join(pair(argument, at), at);
      case "Fn::Split" -> split(pair(argument, at), at);
      case "Fn::Select" -> select(pair(argument, at), at);
      case "Fn::FindInMap" -> find(argument, at);
      case "Fn::If" -> choose(argument, at);
      case "Fn::Base64" -> encode(budget.spend(text(argument, at), at));
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
          throw source.fault(at, name + " may stand only under Conditions");
      default -> throw source.fault(at, "the function " + name + " is not understood");
    };
  }

  private static JsonNode encode(String text) {
    return JSON.textNode(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode ref(String name, JsonPointer at) {
    if (name.equals("AWS::NoValue")) {
      return MissingNode.getInstance();
    }
    return references
        .ref(name, at)
        .orElseThrow(() -> source.fault(at, "nothing in the template is called " + name));
  }

  private JsonNode attribute(JsonNode argument, JsonPointer at) {
    String whole =
        argument.isArray()
            ? text(pair(argument, at).path(0), at) + "." + text(argument.path(1), at)
            : argument.asText();
    return dotted(whole, at);
  }

  /** Reads {@code Resource.Attribute}, or SAM's {@code Function.Alias}, which is a reference. */
  private JsonNode dotted(String name, JsonPointer at) {
    int dot = name.indexOf('.');
    return (dot < 0
            ? Optional.<JsonNode>empty()
            : references.attribute(name.substring(0, dot), name.substring(dot + 1), at))
        .or(() -> references.ref(name, at))
        .orElseThrow(() -> source.fault(at, "the template has no " + name));
  }

  private JsonNode substitute(JsonNode argument, JsonPointer at) {
    Map<String, String> own = new HashMap<>();
    JsonNode pattern = argument;
    if (argument.isArray()) {
      pattern = pair(argument, at).path(0);
      for (Map.Entry<String, JsonNode> variable : argument.path(1).properties()) {
        own.put(variable.getKey(), text(variable.getValue(), at.appendProperty(variable.getKey())));
      }
    }
    if (!pattern.isTextual()) {
      throw source.fault(at, "Fn::Sub takes a text, or a list of a text and its variables");
    }
    return JSON.textNode(
        Substitution.apply(
                budget.spend(pattern.asText(), at),
                name -> budget.spend(variable(name, own, at), at))
            .orElseThrow(() -> source.fault(at, "a ${ in this text is never closed")));
  }

  private String variable(String name, Map<String, String> own, JsonPointer at) {
    if (own.containsKey(name)) {
      return own.getOrDefault(name, "");
    }
    JsonNode value = name.contains(".") ? dotted(name, at) : ref(name, at);
    if (!value.isValueNode()) {
      throw source.fault(at, "${" + name + "} is not a single value");
    }
    return value.asText();
  }

  private JsonNode join(JsonNode argument, JsonPointer at) {
    JsonNode parts = value(argument.path(1), at.appendIndex(1));
    if (!parts.isArray()) {
      throw source.fault(at, "Fn::Join takes a separator and a list");
    }
    StringBuilder joined = new StringBuilder();
    String separator = "";
    for (JsonNode part : parts) {
      joined.append(budget.spend(separator, at)).append(budget.spend(text(part, at), at));
      separator = argument.path(0).asText();
    }
    return JSON.textNode(joined.toString());
  }

  private ArrayNode split(JsonNode argument, JsonPointer at) {
    String separator = argument.path(0).asText();
    if (separator.isEmpty()) {
      throw source.fault(at, "Fn::Split takes a separator and a text");
    }
    ArrayNode parts = JSON.arrayNode();
    String text = budget.spend(text(argument.path(1), at.appendIndex(1)), at);
    int from = 0;
    for (int cut = text.indexOf(separator); cut >= 0; cut = text.indexOf(separator, from)) {
      parts.add(text.substring(from, cut));
      from = cut + separator.length();
    }
    return parts.add(text.substring(from));
  }

  private JsonNode select(JsonNode argument, JsonPointer at) {
    JsonNode list = value(argument.path(1), at.appendIndex(1));
    String index = text(argument.path(0), at.appendIndex(0));
    boolean inside = index.matches("[0-9]{1,4}") && list.has(Integer.parseInt(index));
    if (!inside) {
      throw source.fault(at, "Fn::Select finds nothing at index " + index);
    }
    return list.path(Integer.parseInt(index));
  }

  private JsonNode find(JsonNode argument, JsonPointer at) {
    JsonNode found = source.root().path("Mappings");
    if (argument.size() != 3) {
      throw source.fault(at, "Fn::FindInMap takes a map, a first and a second key");
    }
    for (int i = 0; i < 3; i++) {
      String key = text(argument.path(i), at.appendIndex(i));
      if (!found.has(key)) {
        throw source.fault(at, "Fn::FindInMap finds no " + key);
      }
      found = found.path(key);
    }
    return found;
  }

  private JsonNode choose(JsonNode argument, JsonPointer at) {
    if (argument.size() != 3) {
      throw source.fault(at, "Fn::If takes a condition and two values");
    }
    int branch = conditions.holds(argument.path(0).asText(), at) ? 1 : 2;
    return value(argument.path(branch), at.appendIndex(branch));
  }

  private JsonNode pair(JsonNode argument, JsonPointer at) {
    if (!argument.isArray() || argument.size() != 2) {
      throw source.fault(at, "a list of two is needed here");
    }
    return argument;
  }
}
