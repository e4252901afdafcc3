package dev.rampart.local.check.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tests of the common forms. */
public final class Rules {
  private Rules() {}

  /**
   * Returns a test of one property of each resource of a type.
   *
   * @param path the names of the way to the property, with dots between
   */
  public static PostureRule.Test each(String type, String path, Predicate<JsonNode> holds) {
    return (subject, seen) -> {
      for (Resource resource : subject.ofType(type)) {
        seen.expect(holds.test(Json.at(resource.properties(), path)), resource, path);
      }
    };
  }

  /** Returns a test that there is a resource of a type. */
  public static PostureRule.Test exists(String type) {
    return (subject, seen) ->
        seen.expect(!subject.ofType(type).isEmpty(), Place.absent("a resource of type " + type));
  }

  /** Returns a test that there is no resource of some types. */
  public static PostureRule.Test none(String... types) {
    return (subject, seen) -> {
      seen.doesNotApply();
      subject.ofType(types).forEach(resource -> seen.expect(false, resource));
    };
  }

  /** Returns a test that the resources of a type set no property but these. */
  public static PostureRule.Test only(String type, String... properties) {
    return (subject, seen) -> {
      seen.doesNotApply();
      subject.ofType(type).forEach(resource -> only(resource, "", seen, properties));
    };
  }

  /**
   * Expects that a part of a resource sets nothing but these members.
   *
   * @param path the names of the way to the part, with dots between; empty for all properties
   */
  public static void only(Resource resource, String path, Examination seen, String... members) {
    Set<String> expected = Set.of(members);
    JsonNode part = path.isEmpty() ? resource.properties() : Json.at(resource.properties(), path);
    for (Map.Entry<String, JsonNode> member : part.properties()) {
      String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      seen.expect(expected.contains(member.getKey()), resource, at);
    }
  }

  /** Returns a condition of a value: it is one of some texts. */
  public static Predicate<JsonNode> oneOf(String... values) {
    return value -> Set.of(values).contains(value.asText());
  }

  /** Returns a condition of a value: it is a whole number within bounds, both included. */
  public static Predicate<JsonNode> within(int min, int max) {
    return value -> isWithin(value, min, max);
  }

  /** Says whether a value is a whole number within bounds, both included. */
  public static boolean isWithin(JsonNode value, int min, int max) {
    long number = value.asLong(Long.MIN_VALUE);
    return min <= number && number <= max;
  }
}
