package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.PATCH;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A submission from its first day to its last, and what its tags are good for. */
final class LifeScenarioTest {
  private static final String UUID_8 =
      "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final Running RUN = Running.shared();
  private static final String TITLE = "{\"title\":\"Another title\"}";

  /** Does the same many times at once. */
  static List<Reply> atOnce(int times, Callable<Reply> task) throws Exception {
    return atOnce(Collections.nCopies(times, task));
  }

  /** Does several things at once; returns what came of them in their order. */
  static List<Reply> atOnce(List<Callable<Reply>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> future : threads.invokeAll(tasks)) {
        replies.add(future.get());
      }
      return replies;
    }
  }

  @Test
  void b42_a_submission_is_made_read_changed_and_withdrawn() {
    Reply created = RUN.ann.submit(good());
    assertThat(created.status()).isEqualTo(201);
    String location = created.header("Location");
    assertThat(RUN.ann.get(location).body()).isEqualTo(created.body());

    Reply changed = RUN.ann.patch(created.id(), created.header("ETag"), TITLE);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("title").asText()).isEqualTo("Another title");
    Reply withdrawn = RUN.ann.delete(created.id(), changed.header("ETag"));
    assertThat(withdrawn.status()).isEqualTo(204);
    assertThat(withdrawn.body()).isEmpty();
    Reply again = RUN.ann.delete(created.id(), withdrawn.header("ETag"));
    assertThat(again.status()).isEqualTo(204);
    assertThat(again.header("ETag")).isEqualTo(withdrawn.header("ETag"));
    assertThat(RUN.ann.get(location).json().path("status").asText()).isEqualTo("withdrawn");
    assertThat(RUN.ann.patch(created.id(), "*", TITLE).problem()).isEqualTo("wrong-state");
  }

  @Test
  void a_reviewer_decides_once() {
    String target = one(RUN.ann.submitted()) + "/review";
    byte[] accept = bytes("{\"decision\":\"accept\",\"reason\":\"A real leak.\"}");

    Reply reviewed = RUN.rita.send("POST", target, accept, JSON, "If-Match: \"1\"");

    assertThat(reviewed.status()).isEqualTo(200);
    assertThat(reviewed.json().path("status").asText()).isEqualTo("accepted");
    assertThat(RUN.rita.send("POST", target, accept, JSON, "If-Match: *").problem())
        .isEqualTo("wrong-state");
  }

  @Test
  void b43_a_tag_changes_when_the_submission_does_and_only_then() {
    String id = RUN.ann.submitted();
    String first = RUN.ann.get(one(id)).header("ETag");
    assertThat(first).matches("\"[^\"]+\"");
    assertThat(RUN.ann.get(one(id)).header("ETag")).isEqualTo(first);
    String changed = RUN.ann.patch(id, first, TITLE).header("ETag");
    assertThat(changed).isNotEqualTo(first);
    assertThat(RUN.ann.get(one(id)).header("ETag")).isEqualTo(changed);
  }

  @Test
  void b44_a_reader_with_a_current_copy_is_told_so() {
    String id = RUN.ann.submitted();
    for (String tags : List.of("\"1\"", "W/\"1\"", "\"9\", \"1\"", "*")) {
      Reply reply = RUN.ann.get(one(id), "If-None-Match: " + tags);
      assertThat(reply.status()).isEqualTo(304);
      assertThat(reply.body()).isEmpty();
      assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    }
    for (String tags : List.of("\"2\"", "\"9\", \"8\"")) {
      assertThat(RUN.ann.get(one(id), "If-None-Match: " + tags).status()).isEqualTo(200);
    }
    assertThat(RUN.ann.get(one(id), "If-None-Match: 1").status()).isEqualTo(400);
  }

  @Test
  void b45_a_change_needs_the_current_tag() {
    String id = RUN.ann.submitted();
    String target = one(id);

    assertThat(RUN.ann.send("PATCH", target, bytes(TITLE), PATCH).status()).isEqualTo(428);
    assertThat(RUN.ann.send("DELETE", target, Caller.NOTHING).status()).isEqualTo(428);
    for (String tag : List.of("\"2\"", "W/\"1\"", "\"8\", \"9\"")) {
      assertThat(RUN.ann.patch(id, tag, TITLE).status()).isEqualTo(412);
      assertThat(RUN.ann.delete(id, tag).status()).isEqualTo(412);
    }
    assertThat(RUN.ann.patch(id, "1", TITLE).status()).isEqualTo(400);
    assertThat(RUN.ann.get(target).header("ETag")).isEqualTo("\"1\"");
    assertThat(RUN.ann.patch(id, "\"9\", \"1\"", TITLE).status()).isEqualTo(200);
    assertThat(RUN.ann.patch(id, "*", TITLE).status()).isEqualTo(200);
  }

  @Test
  void b47_a_body_is_judged_before_the_tag() {
    String id = RUN.ann.submitted();

    assertThat(RUN.ann.patch(id, "\"9\"", "{\"title\":\"\"}").problem()).isEqualTo("invalid-input");
  }

  @Test
  void b49_a_patch_is_a_merge_patch() {
    ObjectNode body = good();
    var _ = body.putArray("tags").add("roof");
    var _ = body.putObject("details").put("room", "attic").put("floor", "2");
    String id = RUN.ann.submit(body).id();

    Reply patched = RUN.ann.patch(id, "*", "{\"tags\":null,\"details\":{\"floor\":null}}");

    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().path("tags")).isEmpty();
    assertThat(patched.json().path("details").toString()).isEqualTo("{\"room\":\"attic\"}");
    assertThat(patched.json().path("title").asText()).isEqualTo("The roof leaks");
    for (String type : List.of("application/json", "application/json-patch+json")) {
      String field = "Content-Type: " + type;
      Reply refused = RUN.ann.send("PATCH", one(id), bytes(TITLE), field, "If-Match: *");
      assertThat(refused.status()).isEqualTo(415);
      assertThat(refused.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
    }
  }

  @Test
  void b25_ids_neither_follow_each_other_nor_share_more_than_their_layout() {
    List<String> ids = Stream.generate(RUN.bob::submitted).limit(200).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(UUID_8));
    // Of 8 free digits two in 200 are equal once in 200,000 runs; the time would be equal in most.
    assertThat(ids.stream().map(id -> id.substring(0, 8))).doesNotHaveDuplicates();
    long ascents =
        IntStream.range(1, ids.size())
            .filter(i -> ids.get(i - 1).compareTo(ids.get(i)) < 0)
            .count();
    // Half of them, within seven standard deviations.
    assertThat(ascents).isBetween(70L, 130L);
  }

  @Test
  void b47_whose_it_is_is_judged_before_the_tag() {
    String id = RUN.ann.submitted();
    Reply others = RUN.bob.patch(id, "\"1\"", "{\"title\":\"Mine\"}");
    assertThat(others.status()).isEqualTo(404);
    assertThat(RUN.bob.delete(id, "\"9\"").status()).isEqualTo(404);
    assertThat(RUN.ann.delete(id, "\"9\"").status()).isEqualTo(412);
  }

  @Test
  void b46_of_fifty_writers_with_one_tag_exactly_one_wins() throws Exception {
    String id = RUN.ann.submitted();

    List<Reply> replies = atOnce(50, () -> RUN.ann.patch(id, "\"1\"", TITLE));

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(replies.stream().filter(reply -> reply.status() == 412)).hasSize(49);
    assertThat(RUN.ann.get(one(id)).header("ETag")).isEqualTo("\"2\"");
  }
}
