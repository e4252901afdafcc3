package dev.rampart.function.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rampart.domain.submission.SubmissionEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RelayWiringTest {
  private static final String BATCH =
      """
      {"Records": [{"eventName": "INSERT", "dynamodb": {"SequenceNumber": "111", "NewImage": {
        "event": {"M": {"type": {"S": "SubmissionReceived"},
          "submissionId": {"S": "8d1f7c52-6a3e-8c4b-a2f0-1b5d9e7c3a60"}, "owner": {"S": "ann"},
          "category": {"S": "general"}, "version": {"N": "1"},
          "at": {"S": "2026-11-22T10:15:30.123Z"}}}}}}]}
      """;

  @Test
  void the_function_starts_with_its_variables_alone() {
    assertThat(new RelayHandler(Map.of("EVENT_BUS", "rampart-dev"))).isNotNull();
  }

  @Test
  void a_missing_variable_is_named() {
    assertThatThrownBy(() -> new RelayHandler(Map.of())).hasMessageContaining("EVENT_BUS");
  }

  @Test
  void a_committed_event_is_published_and_nothing_has_to_come_again() throws IOException {
    List<SubmissionEvent> heard = new ArrayList<>();
    RelayHandler handler =
        new RelayHandler(
            RelayWiring.wire(
                events -> {
                  heard.addAll(events);
                  return List.of();
                }));
    assertThat(run(handler, BATCH)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(heard).hasSize(1);
  }

  @Test
  void an_event_that_could_not_be_published_has_to_come_again() throws IOException {
    RelayHandler handler = new RelayHandler(RelayWiring.wire(events -> events));
    assertThat(run(handler, BATCH))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"111\"}]}");
  }

  private static String run(RequestStreamHandler handler, String event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        output,
        mock(Context.class));
    return output.toString(StandardCharsets.UTF_8);
  }
}
