package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import dev.rampart.domain.inspection.FieldKind;
import dev.rampart.domain.submission.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.lambda.powertools.validation.ValidationConfig;

/**
 * The JSON Schema of a body. It says which members there are, which form and size they have and, by
 * {@code x-rampart-field}, what kind of text each holds.
 */
final class BodySchema {

  /** The end of a text is its end: for Java, {@code $} also stands before a last line end. */
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().regularExpressionFactory(BodySchema::expression).build();

  static final BodySchema CREATE = new BodySchema("create");
  static final BodySchema AMEND = new BodySchema("amend");
  static final BodySchema REVIEW = new BodySchema("review");

  /** Enough for people; a body of 64 KiB could have thousands. */
  static final int FAULTS_MAX = 100;

  private static final String KIND = "x-rampart-field";

  private final JsonSchema schema;

  private BodySchema(String name) {
    this.schema =
        ValidationConfig.get()
            .getFactory()
            .getSchema(BodySchema.class.getResourceAsStream(name + ".schema.json"), CONFIG);
  }

  private static RegularExpression expression(String pattern) {
    return Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z")).asPredicate()::test;
  }

  /** Loads all schemas and what validates them, so that no request has to wait for it. */
  static void load() {
    for (var schema : List.of(CREATE, AMEND, REVIEW)) {
      if (schema.faults(JsonNodeFactory.instance.nullNode()).isEmpty()) {
        throw new IllegalStateException("a schema lets everything pass");
      }
    }
  }

  /** Returns every fault of a body, in the order of its members as far as the library keeps it. */
  List<Fault> faults(JsonNode body) {
    var faults = new ArrayList<Fault>();
    for (var message : schema.validate(body)) {
      // A number is none of the values listed, but that is not its fault.
      if (!message.getType().equals("enum") || message.getInstanceNode().isTextual()) {
        faults.add(fault(message));
      }
    }
    for (var text : texts(body)) {
      fault(text).ifPresent(faults::add);
    }
    return faults.stream().distinct().limit(FAULTS_MAX).toList();
  }

  /** Returns the texts of a body, wherever the schema expects one. */
  List<TextField> texts(JsonNode body) {
    var texts = new ArrayList<TextField>();
    collect("", schema.getSchemaNode(), body, texts);
    return texts;
  }

  /**
   * Returns a pointer without what the client made up: names that the schema does not know become
   * an ellipsis, so that no text of a client gets into events and logs.
   */
  String place(String pointer) {
    var properties = schema.getSchemaNode().path("properties");
    var segments = pointer.split("/", -1);
    if (segments.length < 2) {
      return "/";
    }
    var place = new StringBuilder("/");
    place.append(properties.has(segments[1]) ? segments[1] : "…");
    for (int i = 2; i < segments.length; i++) {
      place.append('/').append(segments[i].matches("[0-9]{1,4}") ? segments[i] : "…");
    }
    return place.toString();
  }

  private static void collect(
      String pointer, JsonNode schema, JsonNode value, List<TextField> texts) {
    if (value.isTextual() && schema.has(KIND)) {
      var kind = FieldKind.of(schema.path(KIND).asText()).orElse(FieldKind.PROSE);
      var required = schema.path("minLength").asInt() > 0;
      texts.add(new TextField(pointer, kind, required, value.textValue()));
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(pointer + "/" + i, schema.path("items"), value.get(i), texts);
      }
    }
    for (var member : value.properties()) {
      var known = schema.path("properties").path(member.getKey());
      collect(
          Fault.pointer(pointer, member.getKey()),
          known.isMissingNode() ? schema.path("additionalProperties") : known,
          member.getValue(),
          texts);
    }
  }

  private static Optional<Fault> fault(TextField text) {
    if (text.hasForbiddenCharacter()) {
      return Optional.of(
          new Fault(
              text.pointer(),
              "forbidden-character",
              "It holds a character that this field may not hold."));
    }
    if (text.kind() == FieldKind.EMAIL && !EmailAddress.isValid(text.value())) {
      return Optional.of(new Fault(text.pointer(), "wrong-format", "It is not an e-mail address."));
    }
    return text.isBlank()
        ? Optional.of(
            new Fault(text.pointer(), "blank", "It must hold at least one visible character."))
        : Optional.empty();
  }

  /** Words the library's finding in our own way; nothing of its text goes out. */
  private static Fault fault(ValidationMessage message) {
    var place = pointer(message);
    var limit = Stream.ofNullable(message.getSchemaNode()).map(JsonNode::asText).findFirst();
    return switch (message.getType()) {
      case "required" -> new Fault(member(place, message), "required", "It is required.");
      case "additionalProperties" ->
          new Fault(member(place, message), "unknown-member", "There is no such member.");
      case "type" -> new Fault(place, "wrong-type", "It has the wrong JSON type.");
      case "enum" -> new Fault(place, "unknown-value", "It is none of the values listed.");
      case "minLength" -> new Fault(place, "too-short", "It must not be empty.");
      case "maxLength" ->
          new Fault(place, "too-long", "At most " + limit.orElse("") + " characters.");
      case "maxItems" -> new Fault(place, "too-many", "At most " + limit.orElse("") + " of them.");
      case "maxProperties" ->
          new Fault(place, "too-many", "At most " + limit.orElse("") + " members.");
      case "uniqueItems" -> new Fault(place, "repeated", "Each may stand there once.");
      case "propertyNames" ->
          new Fault(
              member(place, message), "wrong-name", "Its name may not have this form or length.");
      default -> new Fault(place, "wrong-format", "It does not have the form that is asked for.");
    };
  }

  private static String member(String place, ValidationMessage message) {
    return message.getProperty() == null ? place : Fault.pointer(place, message.getProperty());
  }

  private static String pointer(ValidationMessage message) {
    var path = message.getInstanceLocation();
    var pointer = "";
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer = Fault.pointer(pointer, path.getName(i));
    }
    return pointer;
  }
}
