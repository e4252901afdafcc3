package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request again. */
final class RepeatScenarioTest {
  private static final Running RUN = Running.shared();
  private static final int REPLAYS = 25;

  @Test
  void b51_a_submission_without_a_key_is_refused_with_a_link_to_the_contract() {
    Reply reply = RUN.ann.send("POST", ALL, bytes(good()), JSON);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("idempotency-key-missing");
    assertThat(reply.header("Link")).contains("/v1/openapi.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "",
        "\"\"",
        "\"a\";p=1",
        "\"a\", \"b\"",
        "\"a",
        "\"a\"b\"",
        "\"a\tb\"",
        "123"
      })
  void b52_a_key_of_another_form_is_refused(String key) {
    assertThat(RUN.ann.submit("Idempotency-Key: " + key, good()).problem())
        .isEqualTo("idempotency-key-invalid");
  }

  @Test
  void b52_a_key_is_sent_once_and_has_255_characters_at_most() {
    String twice = "Idempotency-Key: \"a\"\r\nIdempotency-Key: \"a\"";
    assertThat(RUN.ann.submit(twice, good()).status()).isEqualTo(400);
    String key = "Idempotency-Key: \"" + "k".repeat(255) + "\"";
    assertThat(RUN.ann.submit(key, good()).status()).isEqualTo(201);
    assertThat(RUN.ann.submit(key.replace("kk", "kkk"), good()).status()).isEqualTo(400);
  }

  @Test
  void b53_the_first_answer_comes_again_also_after_a_change_and_is_marked() {
    String key = freshKey();
    Reply first = RUN.ann.submit(key, good());
    int itemsBefore = RUN.items();
    assertThat(first.headers("Idempotency-Replayed")).isEmpty();
    for (int i = 0; i < REPLAYS; i++) {
      isReplayed(RUN.ann.submit(key, good()), first);
    }
    assertThat(RUN.ann.patch(first.id(), "*", "{\"title\":\"New\"}").status()).isEqualTo(200);
    isReplayed(RUN.ann.submit(key, good()), first);
    assertThat(RUN.ann.delete(first.id(), "*").status()).isEqualTo(204);
    isReplayed(RUN.ann.submit(key, good()), first);

    assertThat(RUN.items()).isEqualTo(itemsBefore);
    assertThat(Running.eventually(() -> RUN.eventsOf(first.id()).size() >= 3)).isTrue();
    assertThat(RUN.eventsOf(first.id()))
        .containsExactly("SubmissionReceived", "SubmissionAmended", "SubmissionWithdrawn");
  }

  private static void isReplayed(Reply again, Reply first) {
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void b54_layout_does_not_matter_and_a_value_does() {
    String key = freshKey();
    Reply first = RUN.ann.submit(key, good());
    ObjectNode turned = good();
    turned.set("title", turned.remove("title"));

    isReplayed(RUN.ann.submit(key, turned.toPrettyString()), first);
    Reply other = RUN.ann.submit(key, good().put("title", "Another"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void b55_of_fifty_at_once_one_stores_and_the_rest_get_its_answer() throws Exception {
    String key = freshKey();
    int itemsBefore = RUN.items();

    List<Reply> replies = LifeScenarioTest.atOnce(50, () -> RUN.ann.submit(key, good()));

    Reply first = replies.getFirst();
    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(201);
              assertThat(reply.body()).isEqualTo(first.body());
            });
    assertThat(replies.stream().filter(r -> r.headers("Idempotency-Replayed").isEmpty()))
        .hasSize(1);
    assertThat(RUN.items() - itemsBefore).isEqualTo(1);
    assertThat(Running.eventually(() -> !RUN.eventsOf(first.id()).isEmpty())).isTrue();
    assertThat(RUN.eventsOf(first.id())).containsExactly("SubmissionReceived");
  }

  @Test
  void b56_a_key_belongs_to_its_user() {
    String key = freshKey();

    Reply ann = RUN.ann.submit(key, good());
    Reply bob = RUN.bob.submit(key, good().put("title", "Another"));

    assertThat(bob.status()).isEqualTo(201);
    assertThat(bob.id()).isNotEqualTo(ann.id());
  }

  @Test
  void b57_a_refused_request_does_not_use_up_its_key() {
    String key = freshKey();

    assertThat(RUN.ann.submit(key, good().put("title", "")).status()).isEqualTo(400);
    Reply corrected = RUN.ann.submit(key, good());
    assertThat(corrected.status()).isEqualTo(201);
    assertThat(corrected.headers("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void b58_a_key_is_forgotten_with_its_submission_even_if_the_item_is_still_there() {
    String key = freshKey();
    String id = RUN.ann.submit(key, good()).id();
    assertThat(RUN.ann.submit(key, good()).header("Idempotency-Replayed")).isEqualTo("true");

    RUN.expireAt(id, Instant.EPOCH);

    assertThat(RUN.ann.get(one(id)).status()).isEqualTo(404);
    Reply anew = RUN.ann.submit(key, good());
    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.headers("Idempotency-Replayed")).isEmpty();
    assertThat(RUN.ann.get(one(anew.id())).status()).isEqualTo(200);
  }
}
