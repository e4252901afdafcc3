package dev.rampart.local.posture;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One fault put into a template.
 *
 * @param at where
 * @param how in a word, for people
 * @param value what stands there now; empty if it is removed
 */
record Mutation(JsonPointer at, String how, Optional<JsonNode> value) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int THOUSANDFOLD = 1000;
  private static final Map<String, String> OPPOSITES =
      Map.ofEntries(
          Map.entry("Allow", "Deny"),
          Map.entry("Deny", "Allow"),
          Map.entry("true", "false"),
          Map.entry("false", "true"),
          Map.entry("ON", "OFF"),
          Map.entry("ENABLED", "DISABLED"),
          Map.entry("ACTIVE", "INACTIVE"),
          Map.entry("ENFORCED", "AUDIT"),
          Map.entry("BLOCK", "NO_ACTION"),
          Map.entry("KEEP", "DROP"),
          Map.entry("DROP", "KEEP"),
          Map.entry("MEETS_ANY", "MEETS_ALL"),
          Map.entry("Retain", "Delete"),
          Map.entry("RetainExceptOnCreate", "Delete"),
          Map.entry("denyAll", "allowAll"));
  private static final Map<String, String> WEAKER_KEYS =
      Map.ofEntries(
          Map.entry("Block", "Count"),
          Map.entry("None", "Count"),
          Map.entry("ArnEquals", "ArnLikeIfExists"),
          Map.entry("ArnLike", "ArnLikeIfExists"),
          Map.entry("Bool", "BoolIfExists"),
          Map.entry("BoolIfExists", "Bool"),
          Map.entry("StringEquals", "StringEqualsIfExists"),
          Map.entry("StringNotEquals", "StringEquals"),
          Map.entry("ForAllValues:StringEquals", "ForAnyValue:StringEquals"),
          Map.entry("ForAllValues:StringLike", "ForAnyValue:StringLike"));
  private static final Map<String, String> NEGATED_KEYS =
      Map.of("Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal");

  /** Returns every fault for the value at a place. */
  static List<Mutation> of(JsonPointer at, JsonNode value) {
    List<Mutation> mutations = new ArrayList<>();
    mutations.add(new Mutation(at, "removed", Optional.empty()));
    Addition.to(at, value).ifPresent(mutations::add);
    switch (value) {
      case ArrayNode list -> ofList(at, list, mutations);
      case ObjectNode object when isComputed(object) -> mutations.add(widened(at));
      case ObjectNode object -> {
        renamed(at, object, WEAKER_KEYS, mutations);
        if (object.has("Effect")) {
          renamed(at, object, NEGATED_KEYS, mutations);
        }
      }
      default -> ofValue(at, value, mutations);
    }
    return mutations;
  }

  private static void ofList(JsonPointer at, ArrayNode list, List<Mutation> mutations) {
    mutations.add(new Mutation(at, "emptied", Optional.of(JSON.arrayNode())));
    if (!list.path(0).isObject() || isComputed(list.path(0))) {
      mutations.add(new Mutation(at, "widened", Optional.of(list.deepCopy().add("*"))));
    }
  }

  private static void renamed(
      JsonPointer at, ObjectNode object, Map<String, String> names, List<Mutation> mutations) {
    names.forEach(
        (key, other) -> {
          if (object.has(key)) {
            ObjectNode changed = object.deepCopy();
            changed.set(other, changed.remove(key));
            mutations.add(new Mutation(at, key + " as " + other, Optional.of(changed)));
          }
        });
  }

  private static void ofValue(JsonPointer at, JsonNode value, List<Mutation> mutations) {
    if (value.isNumber()) {
      mutations.add(new Mutation(at, "zero", Optional.of(JSON.numberNode(0))));
      mutations.add(
          new Mutation(
              at,
              "a thousandfold",
              Optional.of(JSON.numberNode(value.asLong() * THOUSANDFOLD + 1))));
    } else if (OPPOSITES.containsKey(value.asText())) {
      JsonNode opposite =
          value.isBoolean()
              ? JSON.booleanNode(!value.asBoolean())
              : JSON.textNode(OPPOSITES.getOrDefault(value.asText(), ""));
      mutations.add(new Mutation(at, "turned round", Optional.of(opposite)));
    }
    if (value.isTextual()) {
      mutations.add(widened(at));
    }
  }

  private static Mutation widened(JsonPointer at) {
    return new Mutation(at, "widened", Optional.of(JSON.textNode("*")));
  }

  private static boolean isComputed(JsonNode node) {
    return node.size() == 1
        && node.properties().stream()
            .map(Map.Entry::getKey)
            .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
  }

  /** Puts the fault into a template. */
  void apply(ObjectNode template) {
    JsonNode holder = template.at(at.head());
    String member = at.last().getMatchingProperty();
    switch (holder) {
      case ObjectNode object ->
          value.ifPresentOrElse(now -> object.set(member, now), () -> object.remove(member));
      case ArrayNode list ->
          value.ifPresentOrElse(
              now -> list.set(at.last().getMatchingIndex(), now),
              () -> list.remove(at.last().getMatchingIndex()));
      default -> throw new IllegalStateException("there is no " + at.head());
    }
  }

  @Override
  public String toString() {
    return at + " " + how;
  }
}
