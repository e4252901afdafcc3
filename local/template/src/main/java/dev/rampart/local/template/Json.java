package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Reads values of a template, in which a text may stand for a number or a truth value. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /**
   * Returns a part of a value; a missing node if it has no such part.
   *
   * @param path the names of the way to it, with dots between
   */
  public static JsonNode at(JsonNode value, String path) {
    JsonNode part = value;
    for (String step : path.split("[.]", -1)) {
      part = part.path(step);
    }
    return part;
  }

  /** Returns the value that a text of JSON stands for; a missing node if it is none. */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  public static boolean isTrue(JsonNode value) {
    return value.asText().equals("true");
  }

  /** Says whether a value is false; one that is missing is not. */
  public static boolean isFalse(JsonNode value) {
    return value.asText().equals("false");
  }

  /**
   * Returns the elements of a list, the value itself if it is no list, nothing if it is missing.
   */
  public static List<JsonNode> list(JsonNode value) {
    List<JsonNode> elements = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(elements::add);
    } else if (!value.isMissingNode()) {
      elements.add(value);
    }
    return elements;
  }

  /** As {@link #list}, each as text; what is no single value as JSON. */
  public static List<String> texts(JsonNode value) {
    return list(value).stream().map(Json::text).toList();
  }

  /** Returns a value as text; what is no single value as JSON. */
  public static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** Returns how many values there are in a value, itself and lists and maps among them. */
  public static int size(JsonNode value) {
    int size = 1;
    for (JsonNode part : value) {
      size += size(part);
    }
    return size;
  }
}
