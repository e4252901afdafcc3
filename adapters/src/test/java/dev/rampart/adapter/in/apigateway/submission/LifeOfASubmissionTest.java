package dev.rampart.adapter.in.apigateway.submission;

import static dev.rampart.adapter.in.apigateway.submission.TestApi.GOOD;
import static dev.rampart.domain.submission.Examples.ANN;
import static dev.rampart.domain.submission.Examples.BOB;
import static dev.rampart.domain.submission.Examples.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.submission.SubmissionEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every operation as it should go. */
final class LifeOfASubmissionTest {

  private final TestApi api = new TestApi();

  @Test
  void a_submission_is_created_and_read_back_at_its_location() {
    Answered created = api.send(Call.create(GOOD).as(ANN));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/dev/v1/submissions/" + created.id());
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.body().path("receivedAt").asText()).isEqualTo("2026-11-24T08:00:00.123Z");
    Answered read = api.send(Call.one("GET", created.id()).as(ANN));
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text()).isEqualTo(created.text());
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(api.signals).isEmpty();
  }

  @Test
  void a_repeated_create_gives_the_first_answer_although_the_item_changed_since() {
    Answered first = api.send(Call.create(GOOD).as(ANN));
    api.given(amend(first.id(), "{\"title\": \"New\"}", "\"1\""));

    Answered again = api.send(Call.create(GOOD).as(ANN));

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(api.store.events()).hasSize(2);
  }

  @Test
  void what_is_empty_is_the_same_request_as_what_is_absent() {
    String bare =
        """
        {"title":"Roof","description":"It leaks.","category":"bug","contactEmail":"a@b.example"}\
        """;
    String empty = bare.replace("}", ",\"tags\":[],\"details\":{}}");
    Answered first = api.send(Call.create(bare).as(ANN));
    Answered again = api.send(Call.create(empty).as(ANN));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    String other = bare.replace("}", ",\"tags\":[\"roof\"]}");
    assertThat(api.send(Call.create(other).as(ANN)).status()).isEqualTo(422);
  }

  @Test
  void the_order_of_members_does_not_make_another_request_but_a_value_does() {
    api.given(Call.create(GOOD).as(ANN));

    String reordered =
        """
        {"category":"bug","details":{"Room":"4 < 5"},"contactEmail":"ann@example.com",
        "tags":["roof"],"description":"It leaks.\\nSince Monday.","title":"R\\u006fof"}\
        """;
    assertThat(api.send(Call.create(reordered).as(ANN)).status()).isEqualTo(201);
    Answered other = api.send(Call.create(GOOD.replace("leaks", "drips")).as(ANN));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(api.store.events()).hasSize(1);
  }

  @Test
  void one_key_of_two_owners_makes_two_submissions() {
    assertThat(api.created(ANN, "k")).isNotEqualTo(api.created(BOB, "k"));
  }

  @Test
  void a_patch_changes_what_it_names_and_keeps_the_rest() {
    String id = api.created(ANN, "k");
    api.clock.advance(Duration.ofMinutes(5));

    String patch =
        """
        {"title": "New", "tags": null, "details": {"Room": null, "Floor": "2"}}\
        """;
    Answered amended = api.send(amend(id, patch, "\"1\""));

    assertThat(amended.status()).isEqualTo(200);
    assertThat(amended.header("ETag")).isEqualTo("\"2\"");
    JsonNode body = amended.body();
    assertThat(body.path("title").asText()).isEqualTo("New");
    assertThat(body.path("description").asText()).isEqualTo("It leaks.\nSince Monday.");
    assertThat(body.path("tags")).isEmpty();
    assertThat(body.path("details").toString()).isEqualTo("{\"Floor\":\"2\"}");
    assertThat(body.path("updatedAt").asText()).isEqualTo("2026-11-24T08:05:00.123Z");
    assertThat(api.send(Call.one("GET", id).as(ANN)).text()).isEqualTo(amended.text());
  }

  @Test
  void null_takes_away_all_details_and_absence_keeps_them() {
    String id = api.created(ANN, "k");

    assertThat(api.send(amend(id, "{\"title\":\"x\"}", "\"1\"")).body().path("details")).hasSize(1);
    assertThat(api.send(amend(id, "{\"details\":null}", "\"2\"")).body().path("details")).isEmpty();
  }

  @Test
  void merged_details_may_not_come_to_be_too_many() {
    String id = api.created(ANN, "k");
    StringBuilder more = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      more.append(i == 0 ? "" : ",").append("\"n").append(i).append("\":\"v\"");
    }

    Answered full = api.send(amend(id, "{\"details\":{" + more + "}}", "\"1\""));
    assertThat(full.status()).isEqualTo(400);
    assertThat(full.faults()).containsExactly("/details too-many");
    Answered fits = api.send(amend(id, "{\"details\":{\"Room\":null," + more + "}}", "\"1\""));
    assertThat(fits.status()).isEqualTo(200);
  }

  @Test
  void a_withdrawn_submission_stays_readable_and_a_repeated_delete_changes_nothing() {
    String id = api.created(ANN, "k");

    Answered withdrawn = api.send(Call.one("DELETE", id).as(ANN).header("If-Match", "\"1\""));
    assertThat(withdrawn.status()).isEqualTo(204);
    assertThat(withdrawn.text()).isEmpty();
    Answered read = api.send(Call.one("GET", id).as(ANN));
    assertThat(read.body().path("status").asText()).isEqualTo("withdrawn");
    Answered again =
        api.send(Call.one("DELETE", id).as(ANN).header("If-Match", read.header("ETag")));
    assertThat(again.status()).isEqualTo(204);
    assertThat(api.store.events()).hasSize(2);
    assertThat(api.send(amend(id, "{\"title\":\"x\"}", "\"2\"")).problem())
        .isEqualTo("wrong-state");
  }

  @Test
  void a_reviewer_decides_and_the_owner_reads_the_reason() {
    String id = api.created(ANN, "k");
    Answered queue = api.send(asReviewer(Call.of("GET", "/v1/review-queue")));
    JsonNode entry = queue.body().path("items").path(0);
    assertThat(entry.path("submission").path("id").asText()).isEqualTo(id);

    Answered reviewed =
        api.send(
            asReviewer(Call.review(id, "{\"decision\":\"reject\",\"reason\":\"Not ours.\"}"))
                .header("If-Match", entry.path("etag").asText()));

    assertThat(reviewed.status()).isEqualTo(200);
    JsonNode read = api.send(Call.one("GET", id).as(ANN)).body();
    assertThat(read.path("status").asText()).isEqualTo("rejected");
    assertThat(read.path("review").path("reason").asText()).isEqualTo("Not ours.");
    assertThat(api.store.events().getLast()).isInstanceOf(SubmissionEvent.Reviewed.class);
    assertThat(api.send(asReviewer(Call.of("GET", "/v1/review-queue"))).body().path("items"))
        .isEmpty();
  }

  @Test
  void a_reviewed_submission_can_neither_change_nor_go() {
    String id = api.created(ANN, "k");
    api.given(
        asReviewer(Call.review(id, "{\"decision\":\"accept\",\"reason\":\"Good.\"}"))
            .header("If-Match", "*"));

    Answered gone = api.send(Call.one("DELETE", id).as(ANN).header("If-Match", "*"));
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.problem()).isEqualTo("wrong-state");
    Answered twice =
        api.send(
            asReviewer(Call.review(id, "{\"decision\":\"reject\",\"reason\":\"No.\"}"))
                .header("If-Match", "\"2\""));
    assertThat(twice.problem()).isEqualTo("wrong-state");
  }

  @Test
  void after_its_expiry_a_submission_is_unknown_and_its_key_makes_a_new_one() {
    String id = api.created(ANN, "k");
    api.clock.advance(Duration.ofDays(366));

    assertThat(api.send(Call.one("GET", id).as(ANN)).status()).isEqualTo(404);
    Answered again = api.send(Call.create(GOOD).as(ANN).header("Idempotency-Key", "\"k\""));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEmpty();
  }

  private static Call amend(String id, String patch, String tag) {
    return Call.one("PATCH", id).as(ANN).patch(patch).header("If-Match", tag);
  }

  private static Call asReviewer(Call call) {
    return call.as(RITA.sub(), Call.REVIEW);
  }
}
