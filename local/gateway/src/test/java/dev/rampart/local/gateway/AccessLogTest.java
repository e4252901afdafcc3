package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessLogTest {
  @TempDir private Path folder;

  @Test
  void every_request_leaves_one_json_line_that_says_who_refused() throws IOException {
    Path file = folder.resolve("access.log");
    try (Running running = Running.start(settings -> settings.loggingTo(file))) {
      running.get("/v1/submissions");
      running.send(running.anonymous("/v1/submissions"));
      running.get("/v1/nothing");
      running.post("[]");
      refusedByTheFront(running, "GET / HTTP/1.1\r\n\r\n");
      refusedByTheFront(running, "GET /v1/../x HTTP/1.1\r\nHost: localhost\r\n\r\n");
      refusedByTheFront(running, "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      refusedByTheFront(
          running, "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n");
      refusedByTheFront(
          running, "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: br\r\n\r\n");
      List<String> lines = Files.readAllLines(file);
      assertThat(lines).hasSize(9).isEqualTo(running.log);
      assertThat(lines.stream().map(AccessLogTest::json))
          .extracting(
              line -> line.path("status").asText() + " " + line.path("responseType").asText())
          .containsExactly(
              "200 -",
              "401 UNAUTHORIZED",
              "404 MISSING_AUTHENTICATION_TOKEN",
              "400 BAD_REQUEST_BODY",
              "400 DEFAULT_4XX",
              "400 MISSING_AUTHENTICATION_TOKEN",
              "405 MISSING_AUTHENTICATION_TOKEN",
              "413 REQUEST_TOO_LARGE",
              "415 UNSUPPORTED_MEDIA_TYPE");
      JsonNode first = json(lines.getFirst());
      assertThat(first.path("resourcePath").asText()).isEqualTo("/v1/submissions");
      assertThat(first.path("principal").asText()).isEqualTo(Tokens.ANN);
      assertThat(first.path("apiKeyId").asText()).isEqualTo("key-id-1");
      assertThat(first.path("sourceIp").asText()).isEqualTo("127.0.0.1");
    }
  }

  private static void refusedByTheFront(Running running, String request) {
    assertThat(new RawClient(running.gateway.port()).sendToTheEnd(request).status())
        .isBetween(400, 499);
  }

  @Test
  void hostile_values_stay_inside_their_field_and_secrets_stay_out() {
    try (Running running = Running.start()) {
      String agent = "a\",\"status\":\"200\\\"} $context.status \t<b>";
      running.send(running.request("/v1/submissions?q=canary").header("User-Agent", agent));
      assertThat(running.log).hasSize(1);
      String line = running.log.getFirst();
      assertThat(json(line).path("userAgent").asText()).isEqualTo(agent);
      assertThat(line).doesNotContain("\n", Running.API_KEY, "Bearer", "eyJ", "canary");
    }
  }

  private static JsonNode json(String line) {
    try {
      return Running.JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
