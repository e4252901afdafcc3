package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Answers byte by byte: status, headers, body. A change here is a change that clients see. */
final class AnswerGoldenTest {

  private final TestApi api = new TestApi();

  @Test
  void a_created_submission() throws IOException {
    same("created", api.send(Call.create(GOOD).as(ANN)));
  }

  @Test
  void a_read_submission_and_its_304() throws IOException {
    String id = api.created(ANN, "k1");
    same("read", api.send(Call.one("GET", id).as(ANN)));
    same("not-modified", api.send(Call.one("GET", id).as(ANN).header("If-None-Match", "\"1\"")));
  }

  @Test
  void a_reviewed_submission() throws IOException {
    String id = api.created(ANN, "k1");
    Call review =
        Call.review(id, "{\"decision\":\"reject\",\"reason\":\"Not <ours>.\"}")
            .as("r", Call.REVIEW)
            .header("If-Match", "\"1\"");
    same("reviewed", api.send(review));
  }

  @Test
  void a_page_and_the_last_one() throws IOException {
    assertThat(api.created(ANN, "k1")).isNotEqualTo(api.created(ANN, "k2"));
    same("page", api.send(Call.of("GET", "/v1/submissions").as(ANN).query("limit", "1")));
    same("last-page", api.send(Call.of("GET", "/v1/submissions").as(ANN).query("limit", "2")));
  }

  @Test
  void a_withdrawal() throws IOException {
    String id = api.created(ANN, "k1");
    same("withdrawn", api.send(Call.one("DELETE", id).as(ANN).header("If-Match", "\"1\"")));
  }

  @Test
  void refusals_with_and_without_a_list_of_faults() throws IOException {
    String faulty = GOOD.replace("bug", "beetle").replace("\"tags\"", "\"role\"");
    same("invalid-input", api.send(Call.create(faulty).as(ANN)));
    same("token-refused", api.send(Call.create(GOOD)));
    same(
        "not-found",
        api.send(Call.one("GET", "x").as(ANN).header("Origin", "https://app.example.com")));
  }

  private static void same(String name, Answered answer) throws IOException {
    StringBuilder text = new StringBuilder().append(answer.status()).append('\n');
    Map<String, String> headers = new TreeMap<>();
    answer
        .proxy()
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    headers.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    text.append('\n').append(answer.text()).append('\n');
    try (InputStream golden =
        AnswerGoldenTest.class.getResourceAsStream("golden/" + name + ".http")) {
      assertThat(golden).as(name).isNotNull();
      assertThat(text.toString())
          .as(name)
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
