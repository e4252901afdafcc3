package dev.rampart.local.gateway.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a function returned, read as API Gateway reads it. */
final class ProxyResponse {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> MEMBERS =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  /** Statuses of RFC 9110 whose answers have no content; what a function gives is dropped. */
  private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

  /** As API Gateway bounds the head of a message. */
  private static final int FIELDS_LENGTH_MAX = 10_240;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

  /**
   * Fields that are renamed when a function sets them. API Gateway renames {@code WWW-Authenticate}
   * too, and so sends a 401 that RFC 9110, section 11.6.1, forbids; see ADR 0014.
   */
  private static final Set<String> REMAPPED =
      Set.of("authorization", "connection", "date", "host", "server");

  /** Fields that belong to the connection or to the gateway itself. */
  private static final Set<String> DROPPED =
      Set.of(
          "content-length",
          "keep-alive",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-amzn-requestid");

  private ProxyResponse() {}

  /** Returns the answer; empty if it is malformed, which AWS answers with 502. */
  static Optional<HttpResponse> parse(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      return answer != null && answer.isObject() && wellFormed(answer)
          ? Optional.of(
              new HttpResponse(answer.path("statusCode").asInt(), fields(answer), body(answer)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean wellFormed(JsonNode answer) {
    JsonNode status = answer.path("statusCode");
    boolean statusFits = status.isMissingNode() || status.asText().matches("[1-5][0-9]{2}");
    boolean membersFit =
        answer.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()));
    JsonNode body = answer.path("body");
    boolean fieldsFit =
        objectOrNone(answer.path("headers"), JsonNode::isValueNode)
            && objectOrNone(answer.path("multiValueHeaders"), JsonNode::isArray);
    return statusFits
        && membersFit
        && fieldsFit
        && status.asInt() >= 200
        && (body.isMissingNode() || body.isNull() || body.isTextual());
  }

  private static boolean objectOrNone(JsonNode node, Predicate<JsonNode> eachMember) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isObject() && node.valueStream().allMatch(eachMember));
  }

  private static List<Field> fields(JsonNode answer) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : answer.path("headers").properties()) {
      add(fields, member.getKey(), member.getValue());
    }
    for (Map.Entry<String, JsonNode> member : answer.path("multiValueHeaders").properties()) {
      fields.removeIf(field -> field.is(member.getKey()));
      member.getValue().forEach(value -> add(fields, member.getKey(), value));
    }
    if (Field.first(fields, "Content-Type").isEmpty()) {
      fields.add(new Field("Content-Type", "application/json"));
    }
    int length =
        fields.stream().mapToInt(field -> field.name().length() + field.value().length()).sum();
    if (length > FIELDS_LENGTH_MAX) {
      throw new IllegalArgumentException("The header fields are too long.");
    }
    return List.copyOf(fields);
  }

  private static void add(List<Field> fields, String name, JsonNode value) {
    Field field = new Field(name, value.asText());
    if (!NAME.matcher(name).matches() || !VALUE.matcher(field.value()).matches()) {
      throw new IllegalArgumentException(name);
    }
    if (REMAPPED.contains(field.key())) {
      fields.add(new Field("x-amzn-Remapped-" + name, field.value()));
    } else if (!DROPPED.contains(field.key())) {
      fields.add(field);
    }
  }

  private static byte[] body(JsonNode answer) {
    String body =
        WITHOUT_CONTENT.contains(answer.path("statusCode").asInt())
            ? ""
            : answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
