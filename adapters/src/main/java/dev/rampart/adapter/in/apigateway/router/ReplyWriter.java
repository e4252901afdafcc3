package dev.rampart.adapter.in.apigateway.router;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes replies for API Gateway, with the headers that every answer carries.
 *
 * @param origins the web pages that may read answers
 */
record ReplyWriter(Set<String> origins) {

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "no-referrer",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Vary", "Origin",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private static final String EXPOSED =
      "ETag, Idempotency-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After,"
          + " x-amzn-RequestId";

  /** Writes one reply. HEAD gets the body too: the gateway counts its length and drops it. */
  void write(Reply reply, ProxyEvent event, OutputStream out) {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", reply.status());
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : headers(reply, event).entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeStringField("body", reply.body());
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("the caller has gone", e);
    }
  }

  private Map<String, String> headers(Reply reply, ProxyEvent event) {
    Map<String, String> headers = new TreeMap<>(ALWAYS);
    headers.putAll(reply.headers());
    List<String> origin = event.header("origin");
    if (origin.size() == 1 && origins.contains(origin.getFirst())) {
      headers.put("Access-Control-Allow-Origin", origin.getFirst());
      headers.put("Access-Control-Expose-Headers", EXPOSED);
    }
    return headers;
  }
}
