package dev.rampart.local.gateway.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rampart.local.template.Properties;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The models of an API, which are JSON Schemas of draft 4, and the bodies that have one. */
final class Models {
  private static final String SCHEMAS = "schemas";
  private static final String REFERENCE = "#/components/schemas/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);
  private static final Schema OF_SCHEMAS =
      REGISTRY.getSchema(SchemaLocation.of("http://json-schema.org/draft-04/schema"));

  private final ObjectNode all;

  private Models(ObjectNode all) {
    this.all = all;
  }

  /**
   * Reads the schemas of the components.
   *
   * @throws dev.rampart.local.template.source.TemplateException if one is no schema
   */
  static Models read(Properties components) {
    Optional<JsonNode> schemas = components.document(SCHEMAS);
    if (schemas.isEmpty()) {
      return new Models(JsonNodeFactory.instance.objectNode());
    }
    if (!(schemas.get() instanceof ObjectNode models)) {
      throw components.fault(SCHEMAS, "is not an object");
    }
    Models read = new Models(models);
    for (Map.Entry<String, JsonNode> model : models.properties()) {
      read.check(
          components,
          SCHEMAS,
          JsonPointer.empty().appendProperty(model.getKey()),
          model.getValue());
    }
    return read;
  }

  /** Returns the models of media types in small letters; those that have none are left out. */
  Map<String, Schema> bodies(Map<String, Properties> content) {
    Map<String, Schema> bodies = new HashMap<>();
    content.forEach(
        (mediaType, media) -> {
          media.takeDescriptions("example", "examples");
          media
              .document("schema")
              .ifPresent(
                  schema -> {
                    check(media, "schema", JsonPointer.empty(), schema);
                    bodies.put(mediaType.toLowerCase(Locale.ROOT), schema(schema));
                  });
        });
    return Map.copyOf(bodies);
  }

  private Schema schema(JsonNode written) {
    ObjectNode whole = written.deepCopy();
    // References point at #/components/schemas, so the models travel along.
    whole.putObject("components").set(SCHEMAS, all);
    return REGISTRY.getSchema(whole);
  }

  /** Refuses what is no schema, at the first place where it is none. */
  private void check(Properties owner, String name, JsonPointer at, JsonNode schema) {
    OF_SCHEMAS.validate(schema).stream()
        .findFirst()
        .ifPresent(
            error -> {
              JsonPointer place =
                  at.append(JsonPointer.compile(error.getInstanceLocation().toString()));
              throw owner.fault(name, place, "is no JSON Schema: " + error.getMessage());
            });
    for (JsonNode reference : schema.findValues("$ref")) {
      String model = reference.asText();
      if (!model.startsWith(REFERENCE) || !all.has(model.substring(REFERENCE.length()))) {
        throw owner.fault(name, at, "refers to '" + model + "', which is no model of the API");
      }
    }
  }
}
