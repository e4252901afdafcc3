package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.access.PresentRefusal;
import dev.rampart.local.events.EventsHealth;
import dev.rampart.local.host.FunctionHealth;
import dev.rampart.local.host.queue.QueueMappingHealth;
import dev.rampart.local.host.stream.StreamHealth;
import dev.rampart.local.supervision.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HealthProblemsTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:000000000000:function:relay:live";
  private static final Optional<Fault> NONE = Optional.empty();
  private static final Optional<Fault> FULL =
      Optional.of(new Fault("No space left on device", Instant.parse("2026-11-24T09:00:00Z"), 4));

  @Test
  void what_works_is_no_problem() {
    HealthProblems problems =
        new HealthProblems()
            .streams(List.of(stream(Optional.of(3L), Duration.ofSeconds(2), 0, NONE)))
            .events(
                new EventsHealth(
                    List.of(queue("inbox", false, 9), queue("dead", true, 0)),
                    List.of(),
                    NONE,
                    NONE,
                    NONE),
                List.of(new QueueMappingHealth(ARN, "arn:q", NONE)))
            .functions(List.of(new FunctionHealth("relay", 1, 1, NONE, NONE, NONE, NONE, NONE)))
            .add(Optional.empty());
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void each_fault_of_a_stream_is_one_sentence() {
    assertThat(
            new HealthProblems()
                .streams(
                    List.of(
                        stream(Optional.of(3L), Duration.ofSeconds(31), 0, FULL),
                        stream(Optional.of(3L), Duration.ofSeconds(31), 2, NONE),
                        stream(Optional.empty(), Duration.ZERO, 0, NONE)))
                .all())
        .satisfiesExactly(
            text -> assertThat(text).contains("relay fails: No space left", "4 times"),
            text -> assertThat(text).contains("31 s behind"),
            text -> assertThat(text).contains("failed 2 times at the next records"),
            text -> assertThat(text).contains("cannot be read"));
  }

  @Test
  void each_fault_of_queues_functions_and_tables_is_one_sentence() {
    assertThat(
            new HealthProblems()
                .events(
                    new EventsHealth(
                        List.of(queue("dead", true, 2)), List.of("arn:missing"), FULL, FULL, FULL),
                    List.of(new QueueMappingHealth(ARN, "arn:q", FULL)))
                .functions(List.of(new FunctionHealth("relay", 0, 0, FULL, FULL, FULL, FULL, FULL)))
                .refusals(List.of(new PresentRefusal("refused to F: it", FULL.get().since())))
                .accessLog(FULL)
                .add(new DiskSpace(Path.of("no/such/folder")).problem())
                .add(Optional.of("tables.mv cannot be written: the disk is full."))
                .sweeping(FULL)
                .all())
        .satisfiesExactly(
            text -> assertThat(text).startsWith("The event journal cannot be written"),
            text -> assertThat(text).startsWith("Messages and events are refused"),
            text -> assertThat(text).startsWith("Events are not delivered"),
            text -> assertThat(text).startsWith("The queue feed of relay fails"),
            text -> assertThat(text).contains("arn:missing does not exist"),
            text -> assertThat(text).isEqualTo("Dead letters in queue dead: 2."),
            text -> assertThat(text).startsWith("Function relay failed the last time"),
            text -> assertThat(text).startsWith("Function relay was throttled: No space"),
            text -> assertThat(text).startsWith("A process of relay did not start"),
            text -> assertThat(text).startsWith("The log of relay cannot be written"),
            text -> assertThat(text).startsWith("The lines of relay cannot be read for metrics"),
            text -> assertThat(text).matches("Refused to F: it [(]since [0-9:]{8}[)][.]"),
            text -> assertThat(text).startsWith("The access log cannot be written"),
            text -> assertThat(text).contains("no/such/folder", "cannot be written"),
            text -> assertThat(text).isEqualTo("tables.mv cannot be written: the disk is full."),
            text -> assertThat(text).startsWith("Expired items are not removed"));
  }

  private static StreamHealth stream(
      Optional<Long> behind, Duration age, int retries, Optional<Fault> fault) {
    return new StreamHealth(ARN, "arn:stream", 1, behind, behind.map(_ -> age), retries, fault);
  }

  private static EventsHealth.QueueHealth queue(String name, boolean deadLetters, long visible) {
    return new EventsHealth.QueueHealth(name, deadLetters, visible, 0, 0, Optional.empty());
  }
}
