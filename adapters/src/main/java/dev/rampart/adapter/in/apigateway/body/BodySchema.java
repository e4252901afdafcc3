package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import dev.rampart.adapter.in.apigateway.http.FieldError;
import dev.rampart.domain.common.EmailAddress;
import dev.rampart.domain.inspection.FieldKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.lambda.powertools.validation.ValidationConfig;

/**
 * The JSON Schema of a body. It says which members there are, which form and size they have and, by
 * {@code x-rampart-field}, what kind of text each holds.
 */
public final class BodySchema {

  /** {@code $} is the end of a text; for Java it would also match before a last line end. */
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().regularExpressionFactory(BodySchema::expression).build();

  /** Enough for people; a body of 64 KiB could have thousands. */
  private static final int ERRORS_MAX = 100;

  private static final String KIND = "x-rampart-field";

  private final JsonSchema schema;

  private BodySchema(JsonSchema schema) {
    this.schema = schema;
  }

  /**
   * Loads a schema and what validates with it, so that no request has to wait for it.
   *
   * @param owner the class beside which the resource is packed
   * @throws IllegalArgumentException if there is no such resource
   * @throws IllegalStateException if the schema accepts null, and thus everything
   */
  public static BodySchema load(Class<?> owner, String resource) {
    try (InputStream text = owner.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalArgumentException("no resource " + resource + " beside " + owner);
      }
      BodySchema schema =
          new BodySchema(ValidationConfig.get().getFactory().getSchema(text, CONFIG));
      if (schema.errors(JsonNodeFactory.instance.nullNode()).isEmpty()) {
        throw new IllegalStateException("the schema " + resource + " accepts everything");
      }
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException("a packed schema cannot be read", e);
    }
  }

  private static RegularExpression expression(String pattern) {
    return Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z")).asPredicate()::test;
  }

  /** Returns every fault of a body, in the order of its members as far as the library keeps it. */
  List<FieldError> errors(JsonNode body) {
    List<FieldError> errors = new ArrayList<>();
    for (ValidationMessage message : schema.validate(body)) {
      // A number is none of the values listed, but "wrong-type" says so already.
      if (!message.getType().equals("enum") || message.getInstanceNode().isTextual()) {
        errors.add(error(message));
      }
    }
    for (TextField text : texts(body)) {
      error(text).ifPresent(errors::add);
    }
    return errors.stream().distinct().limit(ERRORS_MAX).toList();
  }

  /** Returns the texts of a body, wherever the schema expects one. */
  List<TextField> texts(JsonNode body) {
    List<TextField> texts = new ArrayList<>();
    collect("", schema.getSchemaNode(), body, texts);
    return texts;
  }

  /**
   * Returns a pointer without names that the client chose: those that the schema does not know
   * become an ellipsis, so that no text of a client gets into events and logs.
   */
  String knownPart(String pointer) {
    JsonNode properties = schema.getSchemaNode().path("properties");
    String[] segments = pointer.split("/", -1);
    if (segments.length < 2) {
      return "/";
    }
    StringBuilder place = new StringBuilder("/");
    place.append(properties.has(segments[1]) ? segments[1] : "…");
    for (int i = 2; i < segments.length; i++) {
      place.append('/').append(segments[i].matches("[0-9]{1,4}") ? segments[i] : "…");
    }
    return place.toString();
  }

  private static void collect(
      String pointer, JsonNode schema, JsonNode value, List<TextField> texts) {
    if (value.isTextual() && schema.has(KIND)) {
      FieldKind kind = FieldKind.of(schema.path(KIND).asText()).orElse(FieldKind.PROSE);
      boolean required = schema.path("minLength").asInt() > 0;
      texts.add(new TextField(pointer, kind, required, value.textValue()));
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(pointer + "/" + i, schema.path("items"), value.get(i), texts);
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode known = schema.path("properties").path(member.getKey());
      collect(
          FieldError.pointer(pointer, member.getKey()),
          known.isMissingNode() ? schema.path("additionalProperties") : known,
          member.getValue(),
          texts);
    }
  }

  private static Optional<FieldError> error(TextField text) {
    if (text.hasForbiddenCharacter()) {
      return Optional.of(
          new FieldError(
              text.pointer(),
              "forbidden-character",
              "It has a character that this field must not have."));
    }
    if (text.kind() == FieldKind.EMAIL && !EmailAddress.isValid(text.value())) {
      return Optional.of(
          new FieldError(text.pointer(), "wrong-format", "It is not an e-mail address."));
    }
    return text.isBlank()
        ? Optional.of(
            new FieldError(text.pointer(), "blank", "It must have at least one visible character."))
        : Optional.empty();
  }

  /** Words what the library found in our own way; nothing of its text gets out. */
  private static FieldError error(ValidationMessage message) {
    String place = pointer(message);
    Optional<String> limit =
        Stream.ofNullable(message.getSchemaNode()).map(JsonNode::asText).findFirst();
    return switch (message.getType()) {
      case "required" -> new FieldError(member(place, message), "required", "It is required.");
      case "additionalProperties" ->
          new FieldError(member(place, message), "unknown-member", "There is no such member.");
      case "type" -> new FieldError(place, "wrong-type", "It has the wrong JSON type.");
      case "enum" -> new FieldError(place, "unknown-value", "It must be one of the listed values.");
      case "minLength" -> new FieldError(place, "too-short", "It must not be empty.");
      case "maxLength" ->
          new FieldError(
              place, "too-long", "It must have at most " + limit.orElse("") + " characters.");
      case "maxItems" ->
          new FieldError(
              place, "too-many", "It must have at most " + limit.orElse("") + " elements.");
      case "maxProperties" ->
          new FieldError(
              place, "too-many", "It must have at most " + limit.orElse("") + " members.");
      case "uniqueItems" -> new FieldError(place, "repeated", "Its elements must be unique.");
      case "propertyNames" ->
          new FieldError(
              member(place, message), "wrong-name", "Its name has the wrong form or length.");
      default -> new FieldError(place, "wrong-format", "It does not have the required format.");
    };
  }

  private static String member(String place, ValidationMessage message) {
    return message.getProperty() == null ? place : FieldError.pointer(place, message.getProperty());
  }

  private static String pointer(ValidationMessage message) {
    JsonNodePath path = message.getInstanceLocation();
    String pointer = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = FieldError.pointer(pointer, path.getName(i));
    }
    return pointer;
  }
}
