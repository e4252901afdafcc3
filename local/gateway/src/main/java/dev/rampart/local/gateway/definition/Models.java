package dev.rampart.local.gateway.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
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
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);

  private final ObjectNode all;

  private Models(ObjectNode all) {
    this.all = all;
  }

  /**
   * Reads the schemas of the components.
   *
   * @throws dev.rampart.local.template.source.TemplateException if one is no schema, or has a
   *     keyword that nobody would enforce
   */
  static Models read(Properties components) {
    Optional<JsonNode> schemas = components.document(SCHEMAS);
    if (schemas.isEmpty()) {
      return new Models(JsonNodeFactory.instance.objectNode());
    }
    if (!(schemas.get() instanceof ObjectNode models)) {
      throw components.fault(SCHEMAS, "is not an object");
    }
    ModelCheck check = new ModelCheck(components, SCHEMAS, models);
    for (Map.Entry<String, JsonNode> model : models.properties()) {
      check.check(JsonPointer.empty().appendProperty(model.getKey()), model.getValue());
    }
    ModelReferences references = new ModelReferences(models);
    for (Map.Entry<String, JsonNode> model : models.properties()) {
      if (references.leadsBackTo(model.getKey())) {
        throw components.fault(
            SCHEMAS,
            JsonPointer.empty().appendProperty(model.getKey()),
            "refers to itself for the same value, so no check by it would end");
      }
    }
    return new Models(models);
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
                    requireExact(media, mediaType);
                    new ModelCheck(media, "schema", all).check(JsonPointer.empty(), schema);
                    bodies.put(mediaType.toLowerCase(Locale.ROOT), schema(schema));
                  });
        });
    return Map.copyOf(bodies);
  }

  /** "Data models for REST APIs": a model is looked up by the Content-Type as it was sent. */
  private static void requireExact(Properties media, String mediaType) {
    if (mediaType.contains("*")) {
      throw media.fault(
          "schema", "is for '" + mediaType + "', and models are looked up by one media type");
    }
  }

  private Schema schema(JsonNode written) {
    ObjectNode whole = written.deepCopy();
    // References point at #/components/schemas, so the models travel along.
    whole.putObject("components").set(SCHEMAS, all);
    return REGISTRY.getSchema(whole);
  }
}
