package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The event is API Gateway's, member by member. */
final class ProxyRequestTest {

  @Test
  void the_event_of_a_request_is_the_golden_one() throws IOException {
    try (Running running = Running.start()) {
      String body = "{\"title\":\"\u00e9\"}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String request =
          "PATCH /v1/submissions/a%20b?status=one&status=two&x=%C3%A9+%2B&empty= HTTP/1.1\r\n"
              + "Host: api.localhost:8080\r\nUser-Agent: curl/8\r\nAccept: */*\r\n"
              + "Authorization: Bearer TOKEN\r\nx-api-key: "
              + Running.API_KEY
              + "\r\n"
              + "X-Twice: one\r\n"
              + "x-twice: two\r\n"
              + "x-forwarded-for: 203.0.113.9\r\nForwarded: for=203.0.113.9\r\n"
              + "x-amzn-RequestId: request-of-the-test\r\n"
              + "Content-Type: application/merge-patch+json\r\n"
              + "Connection: close\r\n"
              + "Content-Length: "
              + bytes.length
              + "\r\n\r\n";
      String token = running.tokens.withClaim("cognito:groups", List.of("reviewers", "security"));
      String text =
          request.replace("TOKEN", token) + new String(bytes, StandardCharsets.ISO_8859_1);
      assertThat(new RawClient(running.gateway.port()).sendToTheEnd(text).status()).isEqualTo(200);
      ObjectNode event = (ObjectNode) running.lastEvent();
      ObjectNode context = (ObjectNode) event.path("requestContext");
      assertThat(context.path("extendedRequestId").asText()).hasSize(16);
      context.put("extendedRequestId", "EXTENDED");
      for (String headers : List.of("headers", "multiValueHeaders")) {
        ((ObjectNode) event.path(headers)).remove("Authorization");
      }
      assertThat(event).isEqualTo(golden());
    }
  }

  private static JsonNode golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ProxyRequestTest.class.getResourceAsStream("/proxy-event.json"))) {
      return Running.JSON.readTree(file);
    }
  }

  @Test
  void what_is_not_there_is_null_as_on_aws() {
    try (Running running = Running.start()) {
      running.send(running.anonymous("/v1/health"));
      JsonNode event = running.lastEvent();
      for (String name :
          List.of(
              "body",
              "pathParameters",
              "queryStringParameters",
              "multiValueQueryStringParameters",
              "stageVariables")) {
        assertThat(event.path(name).isNull()).as(name).isTrue();
      }
      assertThat(event.path("requestContext").has("authorizer")).isFalse();
      assertThat(event.path("requestContext").path("identity").path("apiKeyId").isNull()).isTrue();
    }
  }
}
