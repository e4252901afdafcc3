package dev.rampart.local.events;

import static dev.rampart.local.events.Desk.json;
import static dev.rampart.local.events.Desk.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.archive.ArchiveSettings;
import dev.rampart.local.events.bus.Rule;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.protocol.AwsAction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives and replays, over EventBridge's API. */
final class ArchiveTest {
  private static final String EVENTS = "arn:aws:events:eu-west-1:000000000000:";
  private static final String BUS = EVENTS + "event-bus/orders";
  private static final String ARCHIVE = EVENTS + "archive/kept";

  private final Desk desk = new Desk();
  private final Queue inbox = desk.queue("inbox", "");
  private final Queue other = desk.queue("other", "");

  @BeforeEach
  void add_a_bus() {
    desk.buses.add("orders");
    rule("all", inbox);
  }

  private void archive(String pattern, int retentionDays) {
    ArchiveSettings settings =
        new ArchiveSettings(
            "kept",
            ARCHIVE,
            BUS,
            "what was ordered",
            Optional.of(pattern).filter(each -> !each.isEmpty()),
            retentionDays,
            Optional.empty());
    desk.archives.add(settings);
    desk.buses.get("orders").put(Rule.ofArchive(settings, desk.buses.get("orders"), desk.buses));
  }

  private void rule(String name, Queue target) {
    desk.events(
        "PutRule",
        "{\"Name\":\"%s\",\"EventBusName\":\"orders\",\"EventPattern\":\"{\\\"source\\\":[\\\"shop\\\"]}\"}"
            .formatted(name));
    desk.events(
        "PutTargets",
        "{\"Rule\":\"%s\",\"EventBusName\":\"orders\",\"Targets\":[{\"Id\":\"t\",\"Arn\":\"%s\"}]}"
            .formatted(name, target.arn()));
  }

  private void put(String detailType) {
    JsonNode answer =
        desk.events(
            "PutEvents",
            "{\"Entries\":[{\"EventBusName\":\"orders\",\"Source\":\"shop\",\"DetailType\":\"%s\",\"Detail\":\"{\\\"a\\\":1}\"}]}"
                .formatted(detailType));
    assertThat(answer.path("FailedEntryCount").asInt()).isZero();
  }

  private JsonNode archive() {
    return desk.events("DescribeArchive", "{\"ArchiveName\":\"kept\"}");
  }

  private JsonNode replay(String name, Instant start, Instant end, String... rules) {
    return desk.events("StartReplay", request(name, start, end, rules));
  }

  private static String request(String name, Instant start, Instant end, String... rules) {
    String filter =
        rules.length == 0 ? "" : ",\"FilterArns\":[\"" + String.join("\",\"", rules) + "\"]";
    return """
    {"ReplayName":"%s","EventSourceArn":"%s","EventStartTime":%d,"EventEndTime":%d,
     "Destination":{"Arn":"%s"%s}}
    """
        .formatted(name, ARCHIVE, start.getEpochSecond(), end.getEpochSecond(), BUS, filter);
  }

  private JsonNode replay(String name) {
    return desk.events("DescribeReplay", "{\"ReplayName\":\"" + name + "\"}");
  }

  private void runAll() {
    while (!desk.waiting.isEmpty()) {
      desk.runNext();
    }
  }

  private List<String> bodies(Queue queue) throws InterruptedException {
    List<String> bodies = new ArrayList<>();
    List<Message> batch = take(queue);
    while (!batch.isEmpty()) {
      batch.forEach(message -> bodies.add(message.body()));
      batch = take(queue);
    }
    return bodies;
  }

  @Test
  void an_archive_keeps_the_events_of_its_bus_that_its_pattern_takes() {
    archive("{\"detail-type\":[\"Made\"]}", 0);
    put("Made");
    put("Other");
    desk.events(
        "PutEvents",
        "{\"Entries\":[{\"Source\":\"shop\",\"DetailType\":\"Made\",\"Detail\":\"{}\"}]}");

    JsonNode shown = archive();
    assertThat(shown.path("EventCount").asInt()).isEqualTo(1);
    assertThat(shown.path("SizeBytes").asInt()).isPositive();
    assertThat(shown.path("ArchiveArn").asText()).isEqualTo(ARCHIVE);
    assertThat(shown.path("EventSourceArn").asText()).isEqualTo(BUS);
    assertThat(shown.path("Description").asText()).isEqualTo("what was ordered");
    assertThat(shown.path("EventPattern").asText()).isEqualTo("{\"detail-type\":[\"Made\"]}");
    assertThat(shown.path("State").asText()).isEqualTo("ENABLED");
  }

  @Test
  void an_archive_without_a_pattern_keeps_every_event() {
    archive("", 0);
    put("Made");
    put("Other");

    assertThat(archive().path("EventCount").asInt()).isEqualTo(2);
    assertThat(archive().has("EventPattern")).isFalse();
  }

  @Test
  void an_event_is_kept_for_the_days_of_its_archive_and_no_longer() {
    archive("", 2);
    put("First");
    desk.pass(Duration.ofDays(1));
    put("Second");
    assertThat(archive().path("EventCount").asInt()).isEqualTo(2);
    desk.pass(Duration.ofDays(1).plusSeconds(1));
    assertThat(archive().path("EventCount").asInt()).isEqualTo(1);
    desk.pass(Duration.ofDays(1));
    assertThat(archive().path("EventCount").asInt()).isZero();
    assertThat(archive().path("SizeBytes").asInt()).isZero();
  }

  @Test
  void a_replayed_event_is_as_it_was_but_for_the_name_of_its_replay() throws Exception {
    archive("", 0);
    Instant start = desk.instant();
    put("Made");
    String before = bodies(inbox).getFirst();
    desk.pass(Duration.ofHours(3));

    JsonNode started = replay("again", start, start.plusSeconds(60));
    assertThat(started.path("State").asText()).isEqualTo("STARTING");
    assertThat(started.path("ReplayArn").asText()).isEqualTo(EVENTS + "replay/again");
    runAll();

    String after = before.replace("\"resources\":", "\"replay-name\":\"again\",\"resources\":");
    assertThat(bodies(inbox)).contains(after);
    assertThat(desk.heard).containsExactly(before, after);
    assertThat(replay("again").path("State").asText()).isEqualTo("COMPLETED");
    assertThat(replay("again").path("EventLastReplayedTime").asLong())
        .isEqualTo(start.getEpochSecond());
    assertThat(replay("again").path("ReplayEndTime").asLong()).isPositive();
  }

  @Test
  void a_replayed_event_is_not_archived_again() {
    archive("", 0);
    Instant start = desk.instant();
    put("Made");
    replay("again", start, start.plusSeconds(60));
    runAll();

    assertThat(archive().path("EventCount").asInt()).isEqualTo(1);
  }

  @Test
  void events_go_to_all_rules_or_to_those_that_are_named() throws Exception {
    rule("second", other);
    archive("", 0);
    Instant start = desk.instant();
    put("Made");
    assertThat(bodies(inbox)).hasSize(1);
    assertThat(bodies(other)).hasSize(1);

    replay("all", start, start.plusSeconds(60));
    runAll();
    assertThat(bodies(inbox)).hasSize(1);
    assertThat(bodies(other)).hasSize(1);

    replay("one", start, start.plusSeconds(60), EVENTS + "rule/orders/second");
    runAll();
    assertThat(bodies(inbox)).isEmpty();
    assertThat(bodies(other)).hasSize(1);
    assertThat(replay("one").at("/Destination/FilterArns/0").asText())
        .isEqualTo(EVENTS + "rule/orders/second");
    assertThat(replay("all").path("Destination").has("FilterArns")).isFalse();
  }

  @Test
  void only_what_happened_in_time_is_replayed_and_the_first_minute_first() throws Exception {
    archive("", 0);
    Instant start = desk.instant();
    for (String time : List.of("+120", "+60", "+0", "+180")) {
      long seconds = start.getEpochSecond() + Long.parseLong(time.substring(1));
      desk.events(
          "PutEvents",
          "{\"Entries\":[{\"EventBusName\":\"orders\",\"Source\":\"shop\",\"DetailType\":\"%s\",\"Time\":%d,\"Detail\":\"{}\"}]}"
              .formatted(time, seconds));
    }
    assertThat(bodies(inbox)).hasSize(4);

    replay("some", start.plusSeconds(60), start.plusSeconds(180));
    runAll();
    assertThat(bodies(inbox))
        .extracting(body -> json(body).path("detail-type").asText())
        .containsExactly("+60", "+120");
  }

  @Test
  void events_are_put_some_at_a_time() throws Exception {
    archive("", 0);
    Instant start = desk.instant();
    for (int i = 0; i < 120; i++) {
      put("Made");
    }
    assertThat(bodies(inbox)).hasSize(120);

    replay("many", start, start.plusSeconds(60));
    assertThat(bodies(inbox)).isEmpty();
    desk.runNext();
    assertThat(bodies(inbox)).hasSize(50);
    assertThat(replay("many").path("State").asText()).isEqualTo("RUNNING");
    desk.runNext();
    assertThat(bodies(inbox)).hasSize(50);
    desk.runNext();
    assertThat(bodies(inbox)).hasSize(20);
    assertThat(desk.waiting).isEmpty();
  }

  @Test
  void a_cancelled_replay_puts_nothing_more() throws Exception {
    archive("", 0);
    Instant start = desk.instant();
    for (int i = 0; i < 60; i++) {
      put("Made");
    }
    assertThat(bodies(inbox)).hasSize(60);
    replay("many", start, start.plusSeconds(60));
    desk.runNext();

    JsonNode cancelled = desk.events("CancelReplay", "{\"ReplayName\":\"many\"}");
    assertThat(cancelled.path("State").asText()).isEqualTo("CANCELLING");
    runAll();
    assertThat(bodies(inbox)).hasSize(50);
    assertThat(replay("many").path("State").asText()).isEqualTo("CANCELLED");
    assertThat(error("CancelReplay", "{\"ReplayName\":\"many\"}"))
        .isEqualTo("IllegalStatusException");
  }

  @Test
  void a_replay_goes_on_when_the_journal_does() throws Exception {
    archive("", 0);
    Instant start = desk.instant();
    put("Made");
    assertThat(bodies(inbox)).hasSize(1);
    desk.journalFault = Optional.of(new IOException("disk full"));
    replay("again", start, start.plusSeconds(60));
    desk.runNext();
    desk.runNext();
    assertThat(replay("again").path("State").asText()).isEqualTo("RUNNING");
    assertThat(desk.replays.fault().orElseThrow().cause()).contains("disk full");

    desk.journalFault = Optional.empty();
    runAll();
    assertThat(bodies(inbox)).hasSize(1);
    assertThat(replay("again").path("State").asText()).isEqualTo("COMPLETED");
    assertThat(desk.replays.fault()).isEmpty();
  }

  @Test
  void the_oldest_events_are_forgotten_when_the_archives_are_full() {
    archive("", 0);
    String large = "x".repeat(250_000);
    for (int i = 0; i < 40; i++) {
      desk.events(
          "PutEvents",
          "{\"Entries\":[{\"EventBusName\":\"orders\",\"Source\":\"large\",\"DetailType\":\"t\",\"Detail\":\"{\\\"a\\\":\\\"%s\\\"}\"}]}"
              .formatted(large));
    }

    assertThat(archive().path("EventCount").asInt()).isEqualTo(33);
    assertThat(archive().path("SizeBytes").asLong()).isLessThanOrEqualTo(16L * 1024 * 1024);
  }

  @Test
  void the_rule_of_an_archive_is_shown_and_nobodys_to_change() {
    archive("", 0);
    String rule = "{\"Name\":\"Events-Archive-kept\",\"EventBusName\":\"orders\"}";
    assertThat(desk.events("DescribeRule", rule).path("ManagedBy").asText())
        .isEqualTo("prod.vhs.events.aws.internal");
    assertThat(desk.events("DescribeRule", rule).path("EventPattern").asText())
        .isEqualTo("{\"replay-name\":[{\"exists\":false}]}");
    assertThat(error("DisableRule", rule)).isEqualTo("ManagedRuleException");
    assertThat(error("DeleteRule", rule)).isEqualTo("ManagedRuleException");
    assertThat(
            error(
                "PutRule",
                "{\"Name\":\"Events-Archive-kept\",\"EventBusName\":\"orders\",\"EventPattern\":\"{}\"}"))
        .isEqualTo("ManagedRuleException");
    assertThat(
            error(
                "PutTargets",
                "{\"Rule\":\"all\",\"EventBusName\":\"orders\",\"Targets\":[{\"Id\":\"a\",\"Arn\":\""
                    + ARCHIVE
                    + "\"}]}"))
        .isEqualTo("ValidationException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'ReplayName':'again'   | 'ReplayName':'a b'                | ValidationException       | Parameter ReplayName is not valid.
          event-bus/orders       | event-bus/none                    | ResourceNotFoundException | Event bus none does not exist.
          event-bus/orders       | event-bus/default                 | ValidationException       | Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.
          event-bus/orders       | rule/orders                       | ValidationException       | Parameter Destination.Arn is not valid. Reason: Must contain an event bus ARN.
          archive/kept           | archive/none                      | ValidationException       | Parameter EventSourceArn is not valid. Reason: Archive none does not exist.
          'EventEndTime':        | 'EventEndTime':0,'Was':           | ValidationException       | Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.
          'EventEndTime':        | 'EventEndTime':1e400,'Was':       | ValidationException       | Parameter EventEndTime is not valid.
          'EventEndTime':        | 'EventEndTime':'soon','Was':      | ValidationException       | Parameter EventEndTime is not valid.
          'Destination':{        | 'Destination':{'FilterArns':['r'],| ResourceNotFoundException | Rule r does not exist on EventBus orders.
          'ReplayName':'again',  |                                   | ValidationException       | Parameter ReplayName must be specified.
          """)
  void what_cannot_be_replayed_is_refused_in_eventbridges_words(
      String part, String other, String code, String message) {
    archive("", 0);
    Instant now = desk.instant();
    String good = request("again", now, now.plusSeconds(60));
    String quoted = part.replace('\'', '"');
    assertThat(good).contains(quoted);
    JsonNode refused =
        desk.events(
            "StartReplay",
            good.replace(quoted, Optional.ofNullable(other).orElse("").replace('\'', '"')));

    assertThat(refused.path("__type").asText()).isEqualTo(code);
    assertThat(refused.path("message").asText()).startsWith(message);
    assertThat(desk.waiting).isEmpty();
  }

  @Test
  void a_name_is_used_once_and_ten_replays_run_at_once() {
    archive("", 0);
    put("Made");
    Instant start = desk.instant();
    for (int i = 0; i < 10; i++) {
      assertThat(replay("r" + i, start, start.plusSeconds(60)).has("ReplayArn")).isTrue();
    }
    assertThat(error("StartReplay", request("r0", start, start.plusSeconds(60))))
        .isEqualTo("ResourceAlreadyExistsException");
    assertThat(error("StartReplay", request("r10", start, start.plusSeconds(60))))
        .isEqualTo("LimitExceededException");
    runAll();
    assertThat(replay("r10", start, start.plusSeconds(60)).has("ReplayArn")).isTrue();
  }

  @Test
  void archives_and_replays_are_listed_by_one_filter_and_in_pages() {
    archive("", 0);
    Instant start = desk.instant();
    for (int i = 0; i < 3; i++) {
      replay("r" + i, start, start.plusSeconds(60));
    }

    assertThat(names("ListArchives", "{}")).containsExactly("kept");
    assertThat(names("ListArchives", "{\"NamePrefix\":\"ke\"}")).containsExactly("kept");
    assertThat(names("ListArchives", "{\"NamePrefix\":\"x\"}")).isEmpty();
    assertThat(names("ListArchives", "{\"EventSourceArn\":\"" + BUS + "\"}")).hasSize(1);
    assertThat(error("ListArchives", "{\"EventSourceArn\":\"" + EVENTS + "event-bus/none\"}"))
        .isEqualTo("ResourceNotFoundException");
    assertThat(error("ListArchives", "{\"NamePrefix\":\"a\",\"State\":\"ENABLED\"}"))
        .isEqualTo("ValidationException");

    JsonNode page = desk.events("ListReplays", "{\"Limit\":2}");
    assertThat(page.path("Replays")).hasSize(2);
    assertThat(names("ListReplays", "{\"NextToken\":" + page.path("NextToken") + "}"))
        .containsExactly("r2");
    assertThat(names("ListReplays", "{\"State\":\"COMPLETED\"}")).isEmpty();
    runAll();
    assertThat(names("ListReplays", "{\"State\":\"COMPLETED\"}")).hasSize(3);
    assertThat(error("ListReplays", "{\"Limit\":101}")).isEqualTo("ValidationException");
    assertThat(error("ListReplays", "{\"Limit\":\"abc\"}")).isEqualTo("SerializationException");
    assertThat(error("DescribeReplay", "{\"ReplayName\":\"none\"}"))
        .isEqualTo("ResourceNotFoundException");
    assertThat(error("DescribeArchive", "{\"ArchiveName\":\"none\"}"))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void with_full_queues_a_bus_takes_what_only_its_archive_keeps() {
    archive("", 0);
    desk.events("DisableRule", "{\"Name\":\"all\",\"EventBusName\":\"orders\"}");
    desk.space.add(QueueMemory.BYTES_MAX);
    put("Made");

    assertThat(archive().path("EventCount").asInt()).isEqualTo(1);
  }

  @Test
  void a_replay_that_is_cancelled_takes_its_fault_with_it_and_another_does_not() {
    archive("", 0);
    Instant start = desk.instant();
    put("Made");
    replay("waits", start, start.plusSeconds(60));
    desk.journalFault = Optional.of(new IOException("No space left on device"));
    desk.runNext();
    desk.journalFault = Optional.empty();
    replay("arrives", start, start.plusSeconds(60), EVENTS + "rule/orders/all");
    desk.waiting.addFirst(desk.waiting.removeLast());
    desk.runNext();
    assertThat(replay("arrives").has("EventLastReplayedTime")).isTrue();
    assertThat(desk.replays.fault().orElseThrow().cause()).contains("No space left on device");

    desk.events("CancelReplay", "{\"ReplayName\":\"waits\"}");
    runAll();
    assertThat(replay("waits").path("State").asText()).isEqualTo("CANCELLED");
    assertThat(desk.replays.fault()).isEmpty();
  }

  @Test
  void operations_are_authorised_on_archives_and_replays() {
    Instant now = desk.instant();
    assertThat(desk.actions("AWSEvents.StartReplay", request("r", now, now.plusSeconds(1))))
        .containsExactly(
            new AwsAction("events:StartReplay", ARCHIVE),
            new AwsAction("events:StartReplay", EVENTS + "replay/r"));
    assertThat(desk.actions("AWSEvents.DescribeArchive", "{\"ArchiveName\":\"kept\"}"))
        .containsExactly(new AwsAction("events:DescribeArchive", ARCHIVE));
    assertThat(desk.actions("AWSEvents.CancelReplay", "{\"ReplayName\":\"r\"}"))
        .containsExactly(new AwsAction("events:CancelReplay", EVENTS + "replay/r"));
    assertThat(desk.actions("AWSEvents.ListReplays", "{}"))
        .containsExactly(new AwsAction("events:ListReplays", "*"));
  }

  private List<String> names(String operation, String input) {
    List<String> names = new ArrayList<>();
    for (JsonNode list : desk.events(operation, input)) {
      list.forEach(
          each -> names.add(each.path("ArchiveName").asText(each.path("ReplayName").asText())));
    }
    return names;
  }

  private String error(String operation, String input) {
    return desk.events(operation, input).path("__type").asText();
  }
}
