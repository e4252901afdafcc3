package dev.rampart.local.gateway.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.Formats;
import dev.rampart.local.template.Properties;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks at each keyword of a model, at every depth: a draft 4 validator skips those that it does
 * not know, so a misspelt one would let any request through. Which there are is read from the
 * schema of draft 4 itself.
 *
 * @param owner the object that the model belongs to
 * @param property the owner's property that holds the model, or all of them
 * @param models all models of the API, by the names that a reference may have
 */
record ModelCheck(Properties owner, String property, ObjectNode models) {
  static final String REFERENCE = "$ref";
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DRAFT_4 = "http://json-schema.org/draft-04/schema";

  private static final Schema OF_SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(SchemaLocation.of(DRAFT_4));

  /** What tells a reader something and changes nothing about what is accepted. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "title",
          "description",
          "default",
          "example",
          "examples",
          "externalDocs",
          "deprecated",
          "readOnly",
          "writeOnly",
          "xml");

  /** "Amazon API Gateway important notes" of its developer guide: these are not validated. */
  private static final Set<String> NOT_VALIDATED =
      Set.of("exclusiveMinimum", "minItems", "maxItems");

  private static final Set<String> KEYWORDS = keywords();
  private static final Set<String> FORMATS = formats();

  /** Keywords that hold a schema, or a list of schemas. */
  private static final Set<String> SCHEMAS =
      Set.of("items", "additionalItems", "additionalProperties", "allOf", "anyOf", "oneOf", "not");

  /** Keywords that hold schemas by names; a dependency may be a list of names instead. */
  private static final Set<String> SCHEMAS_BY_NAME =
      Set.of("properties", "patternProperties", "definitions", "dependencies");

  /**
   * Refuses a model that is no schema, or has what nobody would enforce.
   *
   * @param at where it is in the property
   * @throws dev.rampart.local.template.source.TemplateException at the first such place
   */
  void check(JsonPointer at, JsonNode model) {
    // The innermost fault is the cause: alternatives around it fail because of it.
    OF_SCHEMAS.validate(model).stream()
        .max(Comparator.comparingInt(error -> error.getInstanceLocation().getNameCount()))
        .ifPresent(error -> refuse(at, error));
    keywords(at, model);
  }

  private void refuse(JsonPointer at, Error error) {
    JsonPointer place = at.append(JsonPointer.compile(error.getInstanceLocation().toString()));
    throw owner.fault(property, place, "is no JSON Schema: " + error.getMessage());
  }

  private void keywords(JsonPointer at, JsonNode schema) {
    boolean refers = schema.has(REFERENCE);
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String keyword = entry.getKey();
      JsonPointer place = at.appendProperty(keyword);
      if (!isDescription(keyword)) {
        fault(keyword, entry.getValue(), refers)
            .ifPresent(
                what -> {
                  throw owner.fault(property, place, what);
                });
        below(place, keyword, entry.getValue());
      }
    }
  }

  private void below(JsonPointer at, String keyword, JsonNode value) {
    if (SCHEMAS.contains(keyword) && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        keywords(at.appendIndex(i), value.path(i));
      }
    } else if (SCHEMAS.contains(keyword)) {
      keywords(at, value);
    } else if (SCHEMAS_BY_NAME.contains(keyword)) {
      value
          .properties()
          .forEach(each -> keywords(at.appendProperty(each.getKey()), each.getValue()));
    }
  }

  /** Says what is wrong with a keyword, apart from schemas in it. */
  private Optional<String> fault(String keyword, JsonNode value, boolean refers) {
    if (!KEYWORDS.contains(keyword)) {
      return Optional.of(
          "is no keyword of JSON Schema draft 4, so no request would be checked for it"
              + meant(keyword, KEYWORDS));
    }
    if (refers && !keyword.equals(REFERENCE)) {
      return Optional.of("stands beside $ref, where draft 4 ignores it");
    }
    if (NOT_VALIDATED.contains(keyword)) {
      return Optional.of("is not validated by API Gateway, so no request would be checked for it");
    }
    String text = value.asText();
    return switch (keyword) {
      case REFERENCE ->
          text.startsWith(COMPONENTS) && models.has(text.substring(COMPONENTS.length()))
              ? Optional.empty()
              : Optional.of("refers to '" + text + "', which is no model of the API");
      case "format" ->
          FORMATS.contains(text)
              ? Optional.empty()
              : Optional.of("is a format that nobody checks" + meant(text, FORMATS));
      case "$schema" ->
          text.equals(DRAFT_4) || text.equals(DRAFT_4 + "#")
              ? Optional.empty()
              : Optional.of("is not " + DRAFT_4 + "#, which API Gateway's models are written in");
      default -> Optional.empty();
    };
  }

  private static boolean isDescription(String keyword) {
    return DESCRIPTIONS.contains(keyword) || keyword.startsWith("x-");
  }

  private static String meant(String written, Set<String> names) {
    return NearestName.of(written, names).map(name -> "; '" + name + "' may be meant").orElse("");
  }

  private static Set<String> keywords() {
    Set<String> keywords = new TreeSet<>(DESCRIPTIONS);
    OF_SCHEMAS.getSchemaNode().path("properties").fieldNames().forEachRemaining(keywords::add);
    keywords.add(REFERENCE);
    // It would change what references are relative to, and those lead to the models alone.
    keywords.remove("id");
    return keywords;
  }

  private static Set<String> formats() {
    Set<String> formats =
        Formats.DEFAULT.stream()
            .map(Format::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    // A hint for forms, which any text satisfies.
    formats.add("password");
    return formats;
  }
}
