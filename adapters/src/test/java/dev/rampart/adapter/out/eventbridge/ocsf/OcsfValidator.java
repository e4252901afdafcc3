package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.out.eventbridge.ocsf.OcsfAttribute.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a Detection Finding against the published schema, as strictly as a document can be: what
 * the schema does not define, or only for a profile that is not applied, is a fault.
 */
public final class OcsfValidator {
  private static final long TYPES_PER_CLASS = 100;
  private static final String OTHER = "99";

  private final OcsfSchema schema = OcsfSchema.published();

  /** Returns what is wrong, each with its place; empty if the document is valid. */
  public List<String> faults(JsonNode finding) {
    Check check = new Check(OcsfAttribute.texts(finding.path("metadata").path("profiles")));
    check.object("", finding, schema.finding());
    check.head(finding);
    return check.faults;
  }

  /** Returns the recommended attributes of the class that a document does without. */
  List<String> recommendedButAbsent(JsonNode finding) {
    return schema.finding().attributes().entrySet().stream()
        .filter(entry -> entry.getValue().requirement() == Requirement.RECOMMENDED)
        .filter(entry -> entry.getValue().profiles().isEmpty() && !finding.has(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** One document. */
  private final class Check {
    private final Set<String> applied;
    private final List<String> faults = new ArrayList<>();

    private Check(Set<String> applied) {
      this.applied = applied;
    }

    /** What no single attribute tells. */
    private void head(JsonNode finding) {
      require(
          schema.finding().profiles().containsAll(applied),
          "metadata.profiles",
          "are not of this class");
      require(
          finding.path("metadata").path("version").asText().equals(schema.version()),
          "metadata.version",
          "is not " + schema.version());
      require(
          finding.path("type_uid").asLong()
              == finding.path("class_uid").asLong() * TYPES_PER_CLASS
                  + finding.path("activity_id").asLong(),
          "type_uid",
          "is not of its class and activity");
    }

    private void object(String place, JsonNode json, OcsfDefinition definition) {
      if (!json.isObject()) {
        faults.add(place + " is no object");
        return;
      }
      Set<String> members = new HashSet<>();
      json.fieldNames().forEachRemaining(members::add);
      definition.brokenBy(members).ifPresent(reason -> faults.add(place + " " + reason));
      definition
          .attributes()
          .forEach(
              (name, attribute) -> {
                boolean needed =
                    attribute.requirement() == Requirement.REQUIRED
                        && attribute.isAllowedBy(applied);
                require(!needed || members.contains(name), at(place, name), "is required");
              });
      for (String name : members) {
        Optional<OcsfAttribute> attribute = Optional.ofNullable(definition.attributes().get(name));
        if (attribute.isPresent()) {
          attribute(at(place, name), json.path(name), attribute.get());
          sibling(at(place, name), json, json.path(name), attribute.get());
        } else {
          faults.add(at(place, name) + " is unknown");
        }
      }
    }

    private void attribute(String place, JsonNode value, OcsfAttribute attribute) {
      require(attribute.isAllowedBy(applied), place, "is of a profile that is not applied");
      require(!attribute.isDeprecated(), place, "is deprecated");
      require(value.isArray() == attribute.isArray(), place, "is an array or is not");
      if (value.isArray() && attribute.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          single(place + "[" + i + "]", value.get(i), attribute);
        }
      } else {
        single(place, value, attribute);
      }
    }

    private void single(String place, JsonNode value, OcsfAttribute attribute) {
      attribute
          .objectType()
          .ifPresentOrElse(
              type ->
                  Optional.ofNullable(schema.objects().get(type))
                      .ifPresentOrElse(
                          definition -> object(place, value, definition),
                          () -> faults.add(place + " has no definition here: " + type)),
              () -> plain(place, value, attribute));
    }

    private void plain(String place, JsonNode value, OcsfAttribute attribute) {
      OcsfValueType type =
          Objects.requireNonNull(schema.types().get(attribute.valueType().orElseThrow()));
      require(type.allows(value), place, "is no " + type.name());
      require(
          attribute.captions().isEmpty() || attribute.captions().containsKey(value.asText()),
          place,
          "is none of " + attribute.captions().keySet());
    }

    /** Whoever says a value in words, too, says its caption, unless it is another one. */
    private void sibling(String place, JsonNode object, JsonNode value, OcsfAttribute attribute) {
      boolean other = value.asText().equals(OTHER);
      attribute
          .sibling()
          .map(object::get)
          .filter(words -> !other && !words.asText().equals(caption(value, attribute)))
          .ifPresent(words -> faults.add(place + " is not called " + words));
    }

    private static String caption(JsonNode value, OcsfAttribute attribute) {
      return attribute.captions().getOrDefault(value.asText(), "");
    }

    private void require(boolean holds, String place, String reason) {
      if (!holds) {
        faults.add(place + " " + reason);
      }
    }

    private static String at(String place, String name) {
      return place.isEmpty() ? name : place + "." + name;
    }
  }
}
