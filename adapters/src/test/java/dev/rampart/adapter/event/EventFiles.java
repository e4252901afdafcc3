package dev.rampart.adapter.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** The published events: their golden files and schemas. */
public final class EventFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path EVENTS =
      Path.of(Objects.requireNonNull(System.getProperty("rampart.root")), "docs", "events");

  private EventFiles() {}

  /** The golden file of an event, such as {@code suspicious-request}, as it stands. */
  public static String golden(String name) {
    return text(name + ".v1");
  }

  /** The golden file of that name, such as {@code threat-detected.v1.burst-probe}. */
  public static String text(String file) {
    return read(EVENTS.resolve(file + ".json"));
  }

  public static JsonNode goldenJson(String name) {
    return parse(golden(name));
  }

  public static JsonNode schemaJson(String name) {
    return parse(read(EVENTS.resolve(name + ".v1.schema.json")));
  }

  public static JsonNode resource(String name) {
    try (InputStream in = Objects.requireNonNull(EventFiles.class.getResourceAsStream(name))) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Set<ValidationMessage> faults(String name, JsonNode detail) {
    return faults(schemaJson(name), detail);
  }

  public static Set<ValidationMessage> faults(JsonNode schema, JsonNode detail) {
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    return compiled.validate(detail);
  }

  /** Writes a detail in the layout of the golden files. */
  public static String laidOut(String detail) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter)
            .withSeparators(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    try {
      return MAPPER.writer(printer).writeValueAsString(parse(detail)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
