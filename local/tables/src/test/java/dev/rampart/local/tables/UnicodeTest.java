package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that JSON can escape and UTF-8 cannot hold, as no SDK sends them. */
final class UnicodeTest extends TablesTestCase {
  private static final String PUT =
      """
      {"TableName":"Things","Item":{"pk":{"S":"p"},"sk":{"S":"s"},%s}}
      """;

  @BeforeEach
  void table() {
    createTable();
  }

  private JsonNode answer(String operation, String request) throws IOException {
    HttpResponse reply =
        server
            .tables()
            .answer(
                new HttpRequest(
                    "POST",
                    "/",
                    "",
                    List.of(new Field("X-Amz-Target", "DynamoDB_20120810." + operation)),
                    request.getBytes(StandardCharsets.UTF_8),
                    "127.0.0.1"));
    return JsonMapper.builder().build().readTree(reply.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"v\":{\"S\":\"a\\ud800\"}",
        "\"v\":{\"S\":\"\\udc00\\ud800\"}",
        "\"v\":{\"S\":\"\\ud83d\\ud83d\\ude00\"}",
        "\"v\":{\"SS\":[\"a\",\"\\udfff\"]}",
        "\"v\":{\"M\":{\"\\ud800\":{\"NULL\":true}}}",
        "\"\\udbff\":{\"NULL\":true}",
      })
  void half_of_a_surrogate_pair_is_refused(String attribute) throws IOException {
    assertThat(answer("PutItem", PUT.formatted(attribute)).path("__type").asText())
        .endsWith("#SerializationException");
    assertThat(get("p", "s")).isEmpty();
  }

  @Test
  void a_whole_pair_is_kept_and_given_back() throws IOException {
    assertThat(answer("PutItem", PUT.formatted("\"v\":{\"S\":\"\\ud83d\\ude00\\u0000\"}")))
        .isEmpty();
    assertThat(get("p", "s")).containsEntry("v", s("😀\0"));
  }

  @Test
  void half_of_a_pair_is_refused_in_the_values_of_an_expression_too() throws IOException {
    String request =
        """
        {"TableName":"Things","Key":{"pk":{"S":"p"},"sk":{"S":"s"}},"UpdateExpression":"SET v = :v",
         "ExpressionAttributeValues":{":v":{"S":"\\ud800"}}}
        """;

    assertThat(answer("UpdateItem", request).path("__type").asText())
        .endsWith("#SerializationException");
  }
}
