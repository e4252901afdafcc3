package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header Idempotency-Key. */
final class IdempotencyKeyHeaderTest {

  private final TestApi api = new TestApi();

  @Test
  void without_a_key_the_client_is_shown_the_way() {
    Answered answer = api.send(Call.create(GOOD).as(ANN).withoutHeader("Idempotency-Key"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    assertThat(answer.header("Link")).isEqualTo("</dev/v1/openapi.json>; rel=\"service-desc\"");
    assertThat(api.store.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"k\"",
        "\"a b\"",
        "\"\\\"\\\\\"",
        " \"k\" ",
        "\"~!#%,;=\"",
        "8e03978e-40d5-43e8-bc93-6894a57f9324",
        "8E03978E-40D5-43E8-BC93-6894A57F9324"
      })
  void a_string_and_a_bare_uuid_are_keys(String key) {
    assertThat(send(key).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "k",
        "'k'",
        "\"k",
        "k\"",
        "\"k\"x",
        "\"a\"b\"",
        "\"a\\b\"",
        "\"a\\",
        "\"a\", \"b\"",
        "\"a\";p=1",
        "(\"a\")",
        ":YQ==:",
        "?1",
        "1",
        "\"a\tb\"",
        "\"a\u0000b\"",
        "\"é\"",
        "8e03978e-40d5-43e8-bc93-6894a57f932",
        "{8e03978e-40d5-43e8-bc93-6894a57f9324}"
      })
  void anything_else_is_no_key(String key) {
    Answered answer = send(key);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("idempotency-key-invalid");
  }

  @Test
  void a_key_has_255_characters_at_most_and_comes_once() {
    assertThat(send("\"" + "k".repeat(255) + "\"").status()).isEqualTo(201);
    assertThat(send("\"" + "\\\\".repeat(255) + "\"").status()).isEqualTo(201);
    assertThat(send("\"" + "k".repeat(256) + "\"").status()).isEqualTo(400);
    assertThat(send("\"" + "k".repeat(9000) + "\"").status()).isEqualTo(400);
    assertThat(send("\"a\"", "\"a\"").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8E03978E-40D5-43E8-BC93-6894A57F9324",
        "8e03978E-40d5-43e8-bc93-6894a57f9324",
        "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"",
        "\"8E03978E-40D5-43E8-BC93-6894A57F9324\""
      })
  void a_uuid_is_the_same_key_in_either_letter_case_and_with_quotes(String key) {
    Answered first = send("8e03978e-40d5-43e8-bc93-6894a57f9324");
    Answered again = send(key);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void any_other_key_differs_by_letter_case() {
    assertThat(send("\"k\"").id()).isNotEqualTo(send("\"K\"").id());
  }

  @Test
  void a_refused_request_may_be_corrected_under_its_key() {
    assertThat(api.send(Call.create("{}").as(ANN)).status()).isEqualTo(400);
    assertThat(api.send(Call.create(GOOD).as(ANN)).status()).isEqualTo(201);
  }

  @Test
  void fifty_at_once_with_one_key_make_one_submission() throws Exception {
    Callable<Answered> create = () -> api.send(Call.create(GOOD).as(ANN));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Answered> answers =
          threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> create).toList()).stream()
              .map(done -> done.resultNow())
              .toList();
      assertThat(answers).allMatch(answer -> answer.status() == 201);
      assertThat(answers.stream().map(Answered::text).distinct()).hasSize(1);
      assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed").isEmpty()))
          .hasSize(1);
    }
    assertThat(api.store.events()).hasSize(1);
  }

  private Answered send(String... values) {
    return api.send(Call.create(GOOD).as(ANN).header("Idempotency-Key", values));
  }
}
