package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists, cursors and query parameters. */
final class ListTest {

  private final TestApi api = new TestApi();

  @Test
  void a_list_holds_the_own_ones_newest_first_each_with_its_tag() {
    String first = create("k1");
    api.clock.advance(Duration.ofSeconds(1));
    String second = create("k2");
    var _ = api.created(BOB, "k3");

    Answered page = api.send(list());

    assertThat(ids(page)).containsExactly(second, first);
    JsonNode entry = page.body().path("items").path(0);
    assertThat(entry.path("etag").asText()).isEqualTo("\"1\"");
    assertThat(entry.path("submission").path("title").asText()).isEqualTo("Roof");
    assertThat(page.body().has("nextCursor")).isFalse();
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "100"})
  void a_walk_meets_every_submission_once_while_others_come_and_go(int limit) {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      there.add(create("k" + i));
      api.clock.advance(Duration.ofMillis(i % 3));
    }
    List<String> seen = new ArrayList<>();
    Answered page = api.send(list().query("limit", "" + limit));
    for (int round = 0; ; round++) {
      seen.addAll(ids(page));
      api.clock.advance(Duration.ofMillis(1));
      there.remove(create("new" + round));
      JsonNode next = page.body().path("nextCursor");
      if (next.isMissingNode()) {
        break;
      }
      page = api.send(list().query("limit", "" + limit).query("cursor", next.asText()));
    }

    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void a_status_filters() {
    String gone = create("k1");
    api.given(Call.one("DELETE", gone).as(ANN).header("If-Match", "*"));
    String kept = create("k2");

    assertThat(ids(api.send(list().query("status", "withdrawn")))).containsExactly(gone);
    assertThat(ids(api.send(list().query("status", "received")))).containsExactly(kept);
    assertThat(ids(api.send(list().query("status", "accepted")))).isEmpty();
  }

  @Test
  void a_cursor_with_any_character_changed_is_refused() {
    String cursor = cursor();
    for (int i = 0; i < cursor.length(); i++) {
      StringBuilder changed = new StringBuilder(cursor);
      changed.setCharAt(i, cursor.charAt(i) == 'A' ? 'B' : 'A');
      refused(list().query("limit", "1").query("cursor", changed.toString()));
    }
    assertThat(api.send(list().query("cursor", cursor)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "====", "null", "/v1", "\u0000", "eyJhIjoxfQ"})
  void a_text_that_is_no_cursor_is_refused(String cursor) {
    refused(list().query("cursor", cursor));
  }

  @Test
  void b60_a_cursor_is_good_for_its_caller_list_and_filter_alone_and_for_an_hour() {
    String cursor = cursor();

    refused(Call.of("GET", "/v1/submissions").as(BOB).query("cursor", cursor));
    refused(list().query("status", "received").query("cursor", cursor));
    refused(Call.of("GET", "/v1/review-queue").as(ANN.sub(), Call.REVIEW).query("cursor", cursor));
    api.clock.advance(Duration.ofMinutes(59));
    assertThat(api.send(list().query("cursor", cursor)).status()).isEqualTo(200);
    api.clock.advance(Duration.ofMinutes(1));
    refused(list().query("cursor", cursor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "101",
        "1000",
        "99999999999",
        "1.5",
        "1e1",
        "+1",
        "01",
        "ten",
        "",
        " 1",
        "１"
      })
  void b61_a_limit_outside_its_bounds_is_refused(String limit) {
    Answered answer = api.send(list().query("limit", limit));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-query");
  }

  @Test
  void b61_a_limit_within_its_bounds_is_kept_and_has_a_default() {
    IntStream.range(0, 101).forEach(i -> assertThat(create("k" + i)).isNotEmpty());

    assertThat(ids(api.send(list()))).hasSize(20);
    assertThat(ids(api.send(list().query("limit", "1")))).hasSize(1);
    assertThat(ids(api.send(list().query("limit", "100")))).hasSize(100);
  }

  @Test
  void unknown_and_repeated_parameters_are_refused() {
    for (Call call :
        new Call[] {
          list().query("page", "1"),
          list().query("Limit", "1"),
          list().query("limit", "1", "1"),
          list().query("limit", "1", "2"),
          list().query("status", "unknown"),
          Call.of("GET", "/v1/health").query("x", ""),
          Call.create(TestApi.GOOD).as(ANN).query("dry", "run"),
          Call.one("GET", "x").as(ANN).query("access_token", "t")
        }) {
      assertThat(api.send(call).problem()).isEqualTo("invalid-query");
    }
    assertThat(api.store.events()).isEmpty();
  }

  @Test
  void the_queue_shows_what_waits_and_only_to_reviewers() {
    String hers = create("k1");
    String his = api.created(BOB, "k2");

    Answered queue = api.send(Call.of("GET", "/v1/review-queue").as(RITA.sub(), Call.REVIEW));
    assertThat(ids(queue)).containsExactlyInAnyOrder(hers, his);
    assertThat(api.send(Call.of("GET", "/v1/review-queue").as(ANN)).status()).isEqualTo(403);
  }

  private void refused(Call call) {
    Answered answer = api.send(call);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-cursor");
  }

  private String cursor() {
    assertThat(create("k1")).isNotEqualTo(create("k2"));
    return api.send(list().query("limit", "1")).body().path("nextCursor").asText();
  }

  private String create(String key) {
    return api.created(ANN, key);
  }

  private static Call list() {
    return Call.of("GET", "/v1/submissions").as(ANN);
  }

  private static List<String> ids(Answered page) {
    return page.body()
        .path("items")
        .valueStream()
        .map(entry -> entry.path("submission").path("id"))
        .map(JsonNode::asText)
        .toList();
  }
}
