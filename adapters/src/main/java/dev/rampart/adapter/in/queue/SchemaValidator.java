package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SpecVersion;
import software.amazon.lambda.powertools.validation.ValidationConfig;
import software.amazon.lambda.powertools.validation.ValidationUtils;

/** Validates details against the published JSON Schema of {@code SuspiciousRequest} version 1. */
public final class SchemaValidator implements DetailValidator {
  private static final String SCHEMA =
      "classpath:/dev/rampart/adapter/in/queue/suspicious-request.v1.schema.json";

  private final JsonSchema schema;

  /** Loads the schema, which is packed beside this class. */
  public SchemaValidator() {
    ValidationConfig.get().setSchemaVersion(SpecVersion.VersionFlag.V202012);
    this.schema = ValidationUtils.getJsonSchema(SCHEMA);
  }

  @Override
  public boolean accepts(JsonNode detail) {
    // Not by ValidationUtils: to write its exception it loads a query language that no jar carries.
    return schema.validate(detail).isEmpty();
  }
}
