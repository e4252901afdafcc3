package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.PATCH;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what. */
final class AccessScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String UNKNOWN = "018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f";

  private final String key = "x-api-key: " + RUN.instance.apiKey();
  private final String token = RUN.ann.token();

  private Reply list(String target, String... fields) {
    return RUN.http.send("GET", target, List.of(fields), NOTHING);
  }

  @Test
  void b01_without_a_token_a_caller_is_asked_for_one() {
    Reply reply = list(ALL, key);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(RUN.ann.get(ALL + "?limit=1").status()).isEqualTo(200);
  }

  @Test
  void b16_a_token_counts_only_in_its_header() {
    assertThat(list(ALL + "?access_token=" + token, key).status()).isEqualTo(401);
    assertThat(list(ALL, key, "Cookie: access_token=" + token).status()).isEqualTo(401);
    List<String> form = List.of(key, "Content-Type: application/x-www-form-urlencoded");
    Reply reply = RUN.http.send("POST", ALL, form, bytes("access_token=" + token));
    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void b17_two_tokens_another_scheme_and_no_token_are_all_refused_alike() {
    String good = "Authorization: Bearer " + token;
    String broken = token.substring(0, token.length() - 8) + "AAAAAAAA";
    List<Reply> replies = new ArrayList<>();
    replies.add(list(ALL, key, good, good));
    for (String value : List.of("Basic YTpi", "Bearer", "Bearer ", token, "Bearer a, Bearer b")) {
      replies.add(list(ALL, key, "Authorization: " + value));
    }
    replies.add(list(ALL, key, "Authorization: Bearer " + broken));
    replies.add(list(ALL, key, "Authorization: Bearer " + "a".repeat(20_000)));

    assertThat(replies).extracting(Reply::status).containsOnly(401);
    assertThat(new HashSet<>(replies.stream().map(Reply::withoutRequestId).toList())).hasSize(1);
  }

  @Test
  void b19_a_key_goes_with_a_token_and_never_instead_of_one() {
    assertThat(list(ALL, "Authorization: Bearer " + token).problem()).isEqualTo("api-key-required");
    Reply wrong = list(ALL, "Authorization: Bearer " + token, "x-api-key: nope");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.problem()).isEqualTo("api-key-required");
    assertThat(list(ALL, key).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/submissions, read",
    "POST, /v1/submissions, write",
    "GET, /v1/submissions/ID, read",
    "PATCH, /v1/submissions/ID, write",
    "DELETE, /v1/submissions/ID, write",
    "POST, /v1/submissions/ID/review, review",
    "GET, /v1/review-queue, review"
  })
  void b22_each_operation_takes_its_own_scope_and_no_other(
      String method, String path, String scope) {
    String target = path.replace("ID", UNKNOWN);
    Object body =
        path.endsWith("review") ? "{\"decision\":\"accept\",\"reason\":\"Seen.\"}" : good();
    String type = method.equals("PATCH") ? PATCH : JSON;
    byte[] sent = method.startsWith("P") ? bytes(body) : NOTHING;
    int itemsBefore = RUN.items();

    Reply read = RUN.reader.send(method, target, sent, type, freshKey());
    Reply write = RUN.writer.send(method, target, sent, type, freshKey());
    Reply review = RUN.rita.send(method, target, sent, type, freshKey());

    isLetIn(read, scope.equals("read"));
    isLetIn(write, scope.equals("write"));
    isLetIn(review, scope.equals("review"));
    int stored = method.equals("POST") && path.equals(ALL) ? 1 : 0;
    assertThat(RUN.items() - itemsBefore).isBetween(0, 2 * stored);
  }

  private static void isLetIn(Reply reply, boolean letIn) {
    if (letIn) {
      assertThat(reply.status()).isNotIn(401, 403);
    } else {
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.problem()).isEqualTo("insufficient-scope");
    }
  }

  @Test
  void b20_another_owners_submission_answers_as_an_unknown_one_does() {
    String id = RUN.ann.submitted();
    String title = "{\"title\":\"Mine now\"}";

    for (String tag : List.of("*", "\"1\"", "\"9\"")) {
      isTheSame(RUN.bob.patch(id, tag, title), RUN.bob.patch(UNKNOWN, tag, title));
      isTheSame(RUN.bob.delete(id, tag), RUN.bob.delete(UNKNOWN, tag));
    }
    isTheSame(RUN.bob.get(one(id)), RUN.bob.get(one(UNKNOWN)));
    isTheSame(
        RUN.bob.get(one(id), "If-None-Match: \"1\""),
        RUN.bob.get(one(UNKNOWN), "If-None-Match: *"));
    assertThat(RUN.bob.get(ALL + "?limit=100").body()).doesNotContain(id);
    assertThat(RUN.ann.get(one(id)).header("ETag")).isEqualTo("\"1\"");
  }

  private static void isTheSame(Reply others, Reply unknown) {
    assertThat(others.status()).isEqualTo(404);
    assertThat(others.withoutRequestId()).isEqualTo(unknown.withoutRequestId());
  }
}
