package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.run.RampartRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What callers see while the tables do not answer, and afterwards. */
final class OutageScenarioTest {
  private static RefusingTables tables;
  private static Running run;

  @BeforeAll
  static void start() throws IOException {
    tables = new RefusingTables();
    Path root = Path.of(System.getProperty("rampart.root", "."));
    run =
        Running.start(
            RampartRun.settings(root, 0, Optional.empty(), Optional.of(tables.url()))
                .with(Running.UNLIMITED),
            Set.of(500, 502, 503));
  }

  @AfterAll
  static void stop() {
    run.close();
    tables.close();
  }

  @Test
  void b71_every_operation_on_submissions_says_when_to_come_again() {
    String id = run.ann.submitted();
    byte[] decision = bytes("{\"decision\":\"accept\",\"reason\":\"A real leak.\"}");

    tables.whileDown(
        () -> {
          isUnavailable(run.ann.submit(good()));
          isUnavailable(run.ann.get(ALL));
          isUnavailable(run.ann.get(one(id)));
          isUnavailable(run.ann.patch(id, "*", "{\"title\":\"Another title\"}"));
          isUnavailable(run.ann.delete(id, "*"));
          isUnavailable(run.rita.send("POST", one(id) + "/review", decision, JSON));
          isUnavailable(run.rita.get("/v1/review-queue"));
        });

    Reply read = run.ann.get(one(id));
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.json().path("status").asText()).isEqualTo("received");
  }

  @Test
  void b71_the_repeat_of_a_failed_submission_stores_it_once() {
    String key = freshKey();
    int before = run.items();

    tables.whileDown(() -> isUnavailable(run.ann.submit(key, good())));
    assertThat(run.items()).isEqualTo(before);

    assertThat(run.ann.submit(key, good()).status()).isEqualTo(201);
    assertThat(run.ann.submit(key, good()).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(run.items()).isEqualTo(before + 1);
  }

  @Test
  void b59_when_the_function_dies_between_write_and_answer_the_repeat_gets_the_first_result() {
    String key = freshKey();
    int before = run.items();
    tables.afterTheNextWrite(OutageScenarioTest::killTheApi);

    assertThat(run.ann.submit(key, good()).status()).isGreaterThanOrEqualTo(500);
    assertThat(run.items()).isEqualTo(before + 1);

    Reply again = run.ann.submit(key, good());
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(run.ann.get(one(again.id())).status()).isEqualTo(200);
    assertThat(run.items()).isEqualTo(before + 1);
    assertThat(Running.eventually(() -> !run.eventsOf(again.id()).isEmpty())).isTrue();
    assertThat(run.eventsOf(again.id())).containsExactly("SubmissionReceived");
  }

  /** Ends the processes of the function api as the system does when it needs their memory. */
  private static void killTheApi() {
    List<ProcessHandle> processes =
        ProcessHandle.current()
            .children()
            .filter(process -> process.info().commandLine().orElse("").contains("rampart-api"))
            .toList();
    assertThat(processes).isNotEmpty();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }

  @Test
  void what_needs_no_table_is_answered() {
    tables.whileDown(
        () -> {
          assertThat(run.ann.get("/v1/health").status()).isEqualTo(200);
          assertThat(run.ann.get(one("nothing")).status()).isEqualTo(404);
          assertThat(run.ann.submit("{").status()).isEqualTo(400);
          assertThat(run.ann.send("GET", ALL, NOTHING, "Accept: text/html").status())
              .isEqualTo(406);
        });
  }

  private static void isUnavailable(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(503);
    assertThat(reply.problem()).isEqualTo("unavailable");
    assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
  }
}
