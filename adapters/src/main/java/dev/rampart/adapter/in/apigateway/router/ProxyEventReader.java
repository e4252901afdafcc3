package dev.rampart.adapter.in.apigateway.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rampart.adapter.in.apigateway.http.Claims;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads proxy events. What API Gateway leaves out or sets to null is read as empty. */
final class ProxyEventReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The ids that API Gateway makes, and those that a client may choose in their place. */
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9=_-]{1,64}");

  /** Not UTF-8: a body whose bytes cannot be told is refused when bytes are checked. */
  private static final byte[] UNREADABLE = {(byte) 0xff};

  private ProxyEventReader() {}

  /** Returns the proxy event in a stream. */
  static ProxyEvent read(InputStream in) {
    JsonNode event;
    try {
      event = MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("not a proxy event", e);
    }
    JsonNode context = event.path("requestContext");
    return new ProxyEvent(
        text(event, "httpMethod"),
        text(event, "resource"),
        text(context, "path").isEmpty() ? text(event, "path") : text(context, "path"),
        headers(event),
        values(event, "multiValueQueryStringParameters", "queryStringParameters"),
        texts(event.path("pathParameters")),
        new Claims(context.path("authorizer").path("claims")),
        body(event),
        requestId(context),
        uniqueId(context),
        text(context.path("identity"), "sourceIp"),
        text(context.path("identity"), "apiKeyId"));
  }

  private static Map<String, List<String>> headers(JsonNode event) {
    Map<String, List<String>> headers = new HashMap<>();
    values(event, "multiValueHeaders", "headers")
        .forEach(
            (name, values) ->
                headers.merge(
                    name.toLowerCase(Locale.ROOT),
                    values,
                    (some, more) -> {
                      List<String> all = new ArrayList<>(some);
                      all.addAll(more);
                      return all;
                    }));
    return headers;
  }

  private static Map<String, List<String>> values(JsonNode event, String many, String one) {
    Map<String, List<String>> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : event.path(many).properties()) {
      values.put(member.getKey(), member.getValue().valueStream().map(JsonNode::asText).toList());
    }
    if (values.isEmpty()) {
      texts(event.path(one)).forEach((name, value) -> values.put(name, List.of(value)));
    }
    return values;
  }

  /** A value that is no text is kept as its JSON, so that it equals no text that is asked for. */
  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      texts.put(member.getKey(), value.isTextual() ? value.textValue() : value.toString());
    }
    return texts;
  }

  private static byte[] body(JsonNode event) {
    String body = text(event, "body");
    try {
      return event.path("isBase64Encoded").asBoolean()
          ? Base64.getDecoder().decode(body)
          : bytes(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(body)));
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return UNREADABLE;
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static String requestId(JsonNode context) {
    String id = text(context, "requestId");
    return REQUEST_ID.matcher(id).matches() ? id : uniqueId(context);
  }

  private static String uniqueId(JsonNode context) {
    String id = text(context, "extendedRequestId");
    return REQUEST_ID.matcher(id).matches() ? id : "unknown";
  }

  private static String text(JsonNode object, String name) {
    JsonNode value = object.isObject() ? object.path(name) : MissingNode.getInstance();
    return value.isTextual() ? value.textValue() : "";
  }
}
