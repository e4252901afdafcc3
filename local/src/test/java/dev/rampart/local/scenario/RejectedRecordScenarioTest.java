package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.stack.RunSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log whose lines cannot be read any more, since somebody has changed its format. */
final class RejectedRecordScenarioTest {
  private static final String CANARY = "zqcanary7f3a";
  private static final String QUEUE = "EdgelogDeadLetters";

  @TempDir private Path folder;

  @Test
  void a_line_without_a_time_is_a_dead_letter_and_the_other_logs_are_heard() throws IOException {
    RunSettings settings =
        ChangedTemplate.in(
            folder,
            text -> text.replace("\"$context.requestTimeEpoch\"", "\"$context.requestTime\""));
    try (Running run = Running.start(settings, Set.of())) {
      assertThat(run.bob.get("/v1/" + CANARY, "User-Agent: " + CANARY).status()).isEqualTo(404);
      Reply inspected =
          run.bob.submit(
              behindEscapes(good().put("description", "x' UNION SELECT password FROM users --")));
      assertThat(inspected.status()).isEqualTo(422);

      assertThat(Running.eventually(() -> run.waiting(QUEUE) > 0)).isTrue();
      assertThat(Running.eventually(() -> !signals(run).isEmpty())).isTrue();
      String letter = run.messages(QUEUE).getFirst();
      JsonNode rejected = Running.parse(letter).at("/rejectedRecords/0");
      assertThat(rejected.path("reason").asText()).isEqualTo("no-time");
      assertThat(rejected.path("log").asText()).isEqualTo("access");
      assertThat(rejected.path("logGroup").asText()).isEqualTo("/rampart/dev/access");
      assertThat(rejected.path("members").path("/requestTimeEpoch").asText()).isEqualTo("(string)");
      assertThat(rejected.path("lineId").asText()).isNotEmpty();
      assertThat(Running.eventually(() -> measured(run))).isTrue();
      assertThat(run.log("EdgelogFunction")).doesNotContain(CANARY);
      assertThat(letter).doesNotContain(CANARY);
      assertThat(run.printed()).noneMatch(line -> line.contains("refused to EdgelogFunction"));
    }
  }

  private static boolean measured(Running run) {
    return run.log("EdgelogFunction")
        .lines()
        .anyMatch(
            line ->
                line.contains("\"RejectedRecords\":") && line.contains("\"reason\":\"no-time\""));
  }

  private static List<JsonNode> signals(Running run) {
    return run.events(event -> event.at("/detail/point").asText().equals("INJECTION_SQL"));
  }
}
