package dev.rampart.function.api;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The published contract, as packed with the function. */
final class OpenApiDocument {

  private static final String RESOURCE = "/openapi.yaml";

  private OpenApiDocument() {}

  /** Returns the document in JSON. */
  static String json() {
    try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
      return new YAMLMapper().readTree(Objects.requireNonNull(yaml, RESOURCE)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("the contract cannot be read", e);
    }
  }
}
