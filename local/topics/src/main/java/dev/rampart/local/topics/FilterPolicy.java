package dev.rampart.local.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.ClientJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a subscription gets (Amazon SNS Developer Guide, "Subscription filter policies"):
 * each key of the policy must have a value of the message that one of its conditions takes.
 */
public final class FilterPolicy {
  static final String ATTRIBUTES = "MessageAttributes";
  static final String BODY = "MessageBody";

  /** Page "Filter policy constraints". */
  private static final int KEYS_MAX = 5;

  private static final int COMBINATIONS_MAX = 150;
  private static final int BYTES_MAX = 256 * 1024;

  /** The guide has no limit of its own; keys this deep are not filtered by anybody. */
  private static final int DEPTH_MAX = 20;

  private static final JsonMapper JSON = ClientJson.STRICT;

  private final JsonNode given;
  private final String scope;
  private final Keys keys;

  private FilterPolicy(JsonNode given, String scope, Keys keys) {
    this.given = given;
    this.scope = scope;
    this.keys = keys;
  }

  /** A policy that SNS would not take, or that the local run does not know. */
  static final class InvalidPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidPolicyException(String message) {
      super(message, null, false, false);
    }
  }

  /** The keys of one object, each with keys below it or with conditions. */
  private record Keys(Map<String, Keys> below, Map<String, List<FilterCondition>> conditions) {}

  /**
   * Reads a policy.
   *
   * @param scope {@link #ATTRIBUTES} or {@link #BODY}
   * @throws InvalidPolicyException with the rest of a sentence that begins with the policy
   */
  static FilterPolicy of(JsonNode policy, String scope) {
    if (!(policy instanceof ObjectNode object) || object.isEmpty()) {
      throw new InvalidPolicyException("is not a JSON object with keys");
    }
    if (policy.toString().getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
      throw new InvalidPolicyException("is larger than " + BYTES_MAX + " bytes");
    }
    long[] counts = {0, 1};
    Keys keys = keys(object, scope.equals(BODY), 1, counts);
    if (counts[0] > KEYS_MAX) {
      throw new InvalidPolicyException("has more than " + KEYS_MAX + " keys");
    }
    if (counts[1] > COMBINATIONS_MAX) {
      throw new InvalidPolicyException("has more than " + COMBINATIONS_MAX + " combinations");
    }
    return new FilterPolicy(policy, scope, keys);
  }

  /** Reads keys; counts them, and multiplies the combinations out, a level counting as often. */
  private static Keys keys(ObjectNode object, boolean nests, int depth, long[] counts) {
    if (depth > DEPTH_MAX) {
      throw new InvalidPolicyException("is nested deeper than " + DEPTH_MAX + " levels");
    }
    Map<String, Keys> below = new LinkedHashMap<>();
    Map<String, List<FilterCondition>> conditions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      if (member.getKey().equals("$or")) {
        throw new InvalidPolicyException("has $or, which is not known to the local run");
      }
      if (value instanceof ObjectNode inner && nests) {
        below.put(member.getKey(), keys(inner, true, depth + 1, counts));
      } else if (value.isArray() && !value.isEmpty()) {
        counts[0]++;
        counts[1] = Math.min(counts[1] * count(value) * depth, Integer.MAX_VALUE);
        conditions.put(member.getKey(), value.valueStream().map(FilterCondition::of).toList());
      } else {
        throw new InvalidPolicyException(
            "has the key " + member.getKey() + ", which is no list of conditions");
      }
    }
    return new Keys(below, conditions);
  }

  private static long count(JsonNode conditions) {
    return conditions.valueStream().mapToInt(FilterCondition::values).sum();
  }

  /** Returns the policy as it was given. */
  String text() {
    return given.toString();
  }

  String scope() {
    return scope;
  }

  /** Returns whether a message is taken. A body that is no JSON object is not. */
  boolean takes(String body, JsonNode attributes) {
    try {
      JsonNode subject = scope.equals(BODY) ? JSON.readTree(body) : attributeValues(attributes);
      return subject.isObject() && takes(keys, subject);
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  private static boolean takes(Keys keys, JsonNode subject) {
    return keys.below().entrySet().stream()
            .allMatch(entry -> takesBelow(entry.getValue(), subject.path(entry.getKey())))
        && keys.conditions().entrySet().stream()
            .allMatch(
                entry -> {
                  List<JsonNode> values = values(subject.get(entry.getKey()));
                  return entry.getValue().stream().anyMatch(condition -> condition.takes(values));
                });
  }

  /** Of a list in the message, one element is enough, also in lists within it. */
  private static boolean takesBelow(Keys keys, JsonNode subject) {
    // Not by recursion: the publisher says how deep the lists are.
    Deque<JsonNode> left = new ArrayDeque<>(List.of(subject));
    while (!left.isEmpty()) {
      JsonNode next = left.pop();
      if (next.isArray()) {
        next.forEach(left::push);
      } else if (takes(keys, next)) {
        return true;
      }
    }
    return false;
  }

  private static List<JsonNode> values(@Nullable JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(values::add);
    } else if (value != null && !value.isObject()) {
      values.add(value);
    }
    return values;
  }

  /** Returns the values of message attributes; binary ones are not compared. */
  private static ObjectNode attributeValues(JsonNode attributes) throws JsonProcessingException {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      String text = attribute.getValue().path("StringValue").asText();
      switch (attribute.getValue().path("DataType").asText()) {
        case "String" -> values.put(attribute.getKey(), text);
        case "Number", "String.Array" -> values.set(attribute.getKey(), JSON.readTree(text));
        default -> {
          // Not compared.
        }
      }
    }
    return values;
  }
}
