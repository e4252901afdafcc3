package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers see while the table does not answer as it should, and afterwards. */
final class OutageScenarioTest {
  private static final String TITLE = "{\"title\":\"Another title\"}";
  private static final byte[] ACCEPT =
      bytes("{\"decision\":\"accept\",\"reason\":\"A real leak.\"}");

  private static Running run;
  private static Control control;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of(), Set.of(500, 502, 503));
    control = new Control(run);
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  /** Asks for a fault of the submissions, for the API alone: the tests go on to look at them. */
  private static String fault(String operation, String effect) {
    return "{'operation':'dynamodb:%s','function':'ApiFunction','resource':'%s',%s}"
        .formatted(operation, run.instance.names().tables().get("SubmissionsTable"), effect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "throttled ~ 'error':{'status':400,'code':'ProvisionedThroughputExceededException'}",
        "failing ~ 'error':{'status':500,'code':'InternalServerError'}",
        "silent ~ 'delay':'PT10S','lose':'request'",
      })
  void b71_every_operation_says_when_to_come_again_and_leaves_nothing_half_done(
      String table, String effect) throws Exception {
    String id = run.ann.submitted();
    String key = freshKey();
    int before = run.items();
    List<Callable<Reply>> operations =
        List.of(
            () -> run.ann.submit(key, good()),
            () -> run.ann.get(ALL),
            () -> run.ann.get(one(id)),
            () -> run.ann.patch(id, "*", TITLE),
            () -> run.ann.delete(id, "*"),
            () -> run.rita.send("POST", one(id) + "/review", ACCEPT, JSON, "If-Match: *"),
            () -> run.rita.get("/v1/review-queue"));

    control.fault(fault("*", effect));
    // Each waits for the table as long as it may, so as many at once as there are processes.
    List<Reply> replies = new ArrayList<>(LifeScenarioTest.atOnce(operations.subList(0, 4)));
    replies.addAll(LifeScenarioTest.atOnce(operations.subList(4, operations.size())));
    control.heal();
    // A table that did not answer is left alone until the callers were told to come again.
    control.forward("PT5S");

    assertThat(replies).as(table).allSatisfy(OutageScenarioTest::isUnavailable);
    Reply read = run.ann.get(one(id));
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(read.json().path("status").asText()).isEqualTo("received");
    assertThat(run.items()).isEqualTo(before);

    Reply created = run.ann.submit(key, good());
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.headers("Idempotency-Replayed")).isEmpty();
    assertThat(run.ann.patch(id, "\"1\"", TITLE).status()).isEqualTo(200);
    assertThat(run.items()).isEqualTo(before + 1);
    hasEvents(created.id(), "SubmissionReceived");
    hasEvents(id, "SubmissionReceived", "SubmissionAmended");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'error':{'status':400,'code':'ProvisionedThroughputExceededException'}",
        "'delay':'PT10S','lose':'request'",
      })
  void b71_callers_beyond_the_processes_of_the_function_are_told_the_same(String effect)
      throws Exception {
    String id = run.ann.submitted();
    control.fault(fault("*", effect));
    // Many times the processes, and within what the template reserves.
    List<Reply> replies = LifeScenarioTest.atOnce(40, () -> run.ann.get(one(id)));
    control.heal();
    control.forward("PT5S");

    assertThat(replies).allSatisfy(OutageScenarioTest::isUnavailable);
    assertThat(run.ann.get(one(id)).status()).isEqualTo(200);
  }

  @Test
  void b71_a_write_whose_answer_is_lost_for_good_is_found_by_its_repeat() {
    String key = freshKey();
    int before = run.items();
    control.with(
        fault("PutItem", "'lose':'answer'"), () -> isUnavailable(run.ann.submit(key, good())));
    assertThat(run.items()).isEqualTo(before + 1);

    Reply again = run.ann.submit(key, good());
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(run.items()).isEqualTo(before + 1);
    hasEvents(again.id(), "SubmissionReceived");
  }

  @Test
  void b71_of_a_new_submission_whose_answer_is_lost_once_the_caller_notices_nothing() {
    control.with(
        fault("PutItem", "'lose':'answer','calls':1"),
        () -> {
          Reply created = run.ann.submit(good());
          assertThat(created.status()).isEqualTo(201);
          assertThat(created.headers("Idempotency-Replayed")).isEmpty();
          assertThat(control.met()).isEqualTo(1);
        });
  }

  @Test
  void b71_of_a_change_whose_answer_is_lost_once_the_caller_notices_nothing() {
    String id = run.ann.submitted();
    control.with(
        fault("UpdateItem", "'lose':'answer','calls':1"),
        () -> {
          Reply amended = run.ann.patch(id, "\"1\"", TITLE);
          assertThat(amended.status()).isEqualTo(200);
          assertThat(amended.header("ETag")).isEqualTo("\"2\"");
          assertThat(control.met()).isEqualTo(1);
        });
    hasEvents(id, "SubmissionReceived", "SubmissionAmended");
  }

  @ParameterizedTest
  @CsvSource({"before,0", "after,1"})
  void b59_when_the_function_dies_around_its_write_the_repeat_gets_one_result(
      String when, int written) {
    String key = freshKey();
    int before = run.items();
    control.with(
        fault("PutItem", "'calls':1,'kill':'" + when + "'"),
        () -> assertThat(run.ann.submit(key, good()).status()).isGreaterThanOrEqualTo(500));
    assertThat(run.items()).isEqualTo(before + written);

    Reply again = run.ann.submit(key, good());
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.headers("Idempotency-Replayed")).hasSize(written);
    assertThat(run.ann.get(one(again.id())).body()).isEqualTo(again.body());
    assertThat(run.items()).isEqualTo(before + 1);
    hasEvents(again.id(), "SubmissionReceived");
  }

  @Test
  void b59_a_change_before_the_function_died_is_there_once_and_its_tag_is_used_up() {
    String id = run.ann.submitted();
    control.with(
        fault("UpdateItem", "'calls':1,'kill':'after'"),
        () -> assertThat(run.ann.patch(id, "\"1\"", TITLE).status()).isGreaterThanOrEqualTo(500));

    assertThat(run.ann.patch(id, "\"1\"", TITLE).problem()).isEqualTo("stale-version");
    Reply read = run.ann.get(one(id));
    assertThat(read.header("ETag")).isEqualTo("\"2\"");
    assertThat(read.json().path("title").asText()).isEqualTo("Another title");
    hasEvents(id, "SubmissionReceived", "SubmissionAmended");
  }

  @Test
  void what_needs_no_table_is_answered_and_what_is_not_allowed_is_refused() {
    control.with(
        fault("*", "'error':{'status':500,'code':'InternalServerError'}"),
        () -> {
          assertThat(run.ann.get("/v1/health").status()).isEqualTo(200);
          assertThat(run.ann.get(one("nothing")).status()).isEqualTo(404);
          assertThat(run.ann.submit("{").status()).isEqualTo(400);
          assertThat(run.ann.send("GET", ALL, NOTHING, "Accept: text/html").status())
              .isEqualTo(406);
          assertThat(run.reader.submit(good()).status()).isEqualTo(403);
          assertThat(run.caller("none").get(ALL).status()).isEqualTo(401);
        });
  }

  private static void isUnavailable(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(503);
    assertThat(reply.problem()).isEqualTo("unavailable");
    assertThat(reply.json().path("gate").asText()).isEqualTo("dependency");
    assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
  }

  private static void hasEvents(String id, String... types) {
    assertThat(Running.eventually(() -> run.eventsOf(id).size() >= types.length)).isTrue();
    assertThat(run.eventsOf(id)).containsExactly(types);
  }
}
