package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written down of a request, and what is not. */
final class LogScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String CANARY = "zqcanary7f3a";

  private static List<String> linesWith(String log, String text) {
    return RUN.log(log).lines().filter(line -> line.contains(text)).toList();
  }

  @Test
  void b68_each_request_is_one_line_of_the_access_log() {
    List<Reply> replies = new ArrayList<>();
    replies.add(RUN.ann.submit(good()));
    replies.add(RUN.ann.get(ALL + "?limit=0"));
    replies.add(RUN.bob.get(one(replies.getFirst().id())));
    replies.add(RUN.http.send("GET", ALL, List.of(), NOTHING));
    replies.add(RUN.ann.get("/v1/nowhere"));
    for (Reply reply : replies) {
      String id = reply.requestId();
      assertThat(Running.eventually(() -> !linesWith("access", id).isEmpty())).isTrue();
      List<String> lines = linesWith("access", id);
      assertThat(lines).hasSize(1);
      assertThat(Running.parse(lines.getFirst()).path("status").asText())
          .isEqualTo(Integer.toString(reply.status()));
    }
    assertThat(replies.stream().map(Reply::requestId)).doesNotHaveDuplicates();
  }

  @Test
  void b68_each_request_that_reaches_the_function_is_one_line_of_its_log() {
    Reply reply = RUN.bob.get(one("018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f"));
    String id = reply.requestId();

    assertThat(Running.eventually(() -> !linesWith("ApiFunction", id).isEmpty())).isTrue();
    List<String> lines = linesWith("ApiFunction", id);
    assertThat(lines).hasSize(1);
    JsonNode line = Running.parse(lines.getFirst());
    assertThat(line.path("timestamp").asText()).endsWith("Z");
    assertThat(line.path("route").asText()).isEqualTo("/v1/submissions/{id}");
    assertThat(line.path("status").asInt()).isEqualTo(404);
    assertThat(line.path("gate").asText()).isEqualTo("domain");
    assertThat(line.has("latencyMs")).isTrue();
    assertThat(lines.getFirst()).doesNotContain(RUN.instance.user("bob").sub());
  }

  @Test
  void b69_no_log_and_no_event_holds_what_a_client_sent() {
    ObjectNode body =
        good().put("title", CANARY + "-title").put("contactEmail", CANARY + "@example.com");
    var _ = body.putObject("details").put("Note", CANARY + " text\r\n\u2028 \"}{");
    Reply created = RUN.ann.submit(body);
    assertThat(created.status()).isEqualTo(201);
    ObjectNode hostile =
        good().put("description", CANARY + "' UNION SELECT a FROM b WHERE '1'='1' --");
    assertThat(RUN.ann.submit(behindEscapes(hostile)).status()).isEqualTo(422);
    assertThat(RUN.ann.submit(good().put("title", 1).put(CANARY, CANARY)).status()).isEqualTo(400);
    List<String> fields =
        List.of(
            "Authorization: Bearer " + CANARY, "x-api-key: " + CANARY, "Cookie: a=" + CANARY, JSON);
    assertThat(RUN.http.send("POST", ALL, fields, bytes(CANARY)).status()).isEqualTo(401);
    assertThat(RUN.ann.get(ALL + "?q=" + CANARY).status()).isEqualTo(400);
    String last = RUN.ann.get(ALL + "?limit=1").requestId();
    String id = created.id();
    assertThat(Running.eventually(() -> !RUN.eventsOf(id).isEmpty())).isTrue();
    assertThat(Running.eventually(() -> !linesWith("ApiFunction", last).isEmpty())).isTrue();

    for (String log : RUN.instance.logs().keySet()) {
      assertThat(RUN.log(log).contains(CANARY)).as(log).isFalse();
      assertThat(RUN.log(log).contains(RUN.instance.apiKey())).as(log).isFalse();
      assertThat(RUN.log(log).contains(RUN.ann.token())).as(log).isFalse();
      assertThat(RUN.log(log).contains("ann@example.com")).as(log).isFalse();
    }
  }

  @Test
  void b70_a_clients_own_request_id_never_stands_for_ours() {
    Set<String> seen = new HashSet<>();
    for (String own : List.of("abc", "a".repeat(500), "<b>\"}{", freshKey())) {
      Reply reply =
          RUN.ann.get(ALL + "?limit=0", "x-amzn-RequestId: " + own, "X-Request-Id: " + own);
      assertThat(reply.requestId()).matches("[0-9a-f-]{36}");
      seen.add(reply.requestId());
    }
    assertThat(seen).hasSize(4);
  }
}
