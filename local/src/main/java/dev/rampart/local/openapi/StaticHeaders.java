package dev.rampart.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The header fields of answers that the gateway gives by itself. */
final class StaticHeaders {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern PARAMETER = Pattern.compile("\\$\\{([A-Za-z]+)}");
  private static final Map<String, String> SECURITY =
      Map.of(
          "Access-Control-Allow-Origin", "${AllowedOrigin}",
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Vary", "Origin",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");
  private static final String ORIGIN = "AllowedOrigin";

  private StaticHeaders() {}

  /** Returns header fields, with those of every answer, as API Gateway maps them. */
  static ObjectNode mapped(String prefix, Map<String, String> own) {
    ObjectNode mapped = JSON.objectNode();
    all(own).forEach((name, value) -> mapped.set(prefix + name, value("'" + value + "'")));
    return mapped;
  }

  /** Returns the names of the fields. */
  static Iterable<String> names(Map<String, String> own) {
    return all(own).keySet();
  }

  private static Map<String, String> all(Map<String, String> own) {
    Map<String, String> headers = new TreeMap<>(SECURITY);
    headers.putAll(own);
    return headers;
  }

  private static JsonNode value(String text) {
    if (!PARAMETER.matcher(text).find()) {
      return JSON.textNode(text);
    }
    ObjectNode numbers = JSON.objectNode();
    PARAMETER
        .matcher(text)
        .results()
        .map(parameter -> parameter.group(1))
        .filter(name -> !name.equals(ORIGIN))
        .forEach(name -> numbers.set(name, Intrinsics.limit(name)));
    if (numbers.isEmpty()) {
      return Intrinsics.sub(text);
    }
    ObjectNode call = JSON.objectNode();
    call.putArray("Fn::Sub").add(text).add(numbers);
    return call;
  }
}
