package dev.rampart.function.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.InMemoryFindingStore;
import dev.rampart.domain.port.out.InMemoryNotificationBudget;
import dev.rampart.domain.port.out.InMemoryStateStore;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.usecase.FindingPublication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DetectionWiringTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DETECTION_TABLE", "detection",
          "EVENT_BUS", "rampart-dev",
          "HASH_KEY", "4d6f6e64-6179",
          "POWERTOOLS_METRICS_NAMESPACE", "Rampart",
          "POWERTOOLS_SERVICE_NAME", "detection");

  @Test
  void the_function_starts_with_its_variables_alone() {
    assertThat(new DetectionHandler(ENVIRONMENT)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DETECTION_TABLE",
        "EVENT_BUS",
        "HASH_KEY",
        "POWERTOOLS_METRICS_NAMESPACE",
        "POWERTOOLS_SERVICE_NAME"
      })
  void a_missing_variable_is_named(String name) {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);
    assertThatThrownBy(() -> new DetectionHandler(environment)).hasMessageContaining(name);
  }

  @Test
  void signals_become_a_threat_and_a_broken_message_comes_again() throws IOException {
    List<Threat> published = new ArrayList<>();
    DetectionHandler handler =
        new DetectionHandler(
            DetectionWiring.wire(
                new InMemoryStateStore(),
                KeyedHash.of("test"),
                new FindingPublication(
                    new InMemoryFindingStore(),
                    published::addAll,
                    new InMemoryNotificationBudget(),
                    new NoMetrics()),
                () -> Instant.parse("2026-11-22T10:15:31Z")));
    String answer =
        run(
            handler,
            "{\"Records\":["
                + message("broken", "{\"schemaVersion\":1}")
                + ","
                + message("m-1", probe("a"))
                + ","
                + message("m-2", probe("b"))
                + ","
                + message("m-3", probe("c"))
                + ","
                + message("m-4", probe("d"))
                + ","
                + message("m-5", probe("e"))
                + ","
                + message("m-6", probe("f"))
                + ","
                + message("m-7", probe("g"))
                + "]}");
    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"broken\"}]}");
    assertThat(published).hasSize(1);
  }

  @Test
  void the_tick_of_a_schedule_writes_zeros_and_asks_for_nothing_again() throws IOException {
    NoMetrics metrics = new NoMetrics();
    DetectionHandler handler =
        new DetectionHandler(
            DetectionWiring.wire(
                new InMemoryStateStore(),
                KeyedHash.of("test"),
                new FindingPublication(
                    new InMemoryFindingStore(), _ -> {}, new InMemoryNotificationBudget(), metrics),
                () -> Instant.parse("2026-11-22T10:15:31Z")));
    assertThat(run(handler, "{\"tick\":\"2026-11-22T10:15:00Z\"}"))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(metrics.zeros).isEqualTo(1);
  }

  private static String probe(String id) {
    return """
    {"schemaVersion":1,"signalId":"%s","observedAt":"2026-11-22T10:15:30.123Z",
     "gate":"edge","point":"SENSITIVE_PATH","source":{"ip":"203.0.113.7"},
     "request":{"resourceId":"%s"},"evidence":{"rule":"secrets"}}
    """
        .formatted(id, id);
  }

  private static String message(String id, String detail) throws IOException {
    String body =
        """
        {"source":"rampart.api","detail-type":"SuspiciousRequest","time":"2026-11-22T10:15:30Z",
         "detail":%s}
        """
            .formatted(detail);
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "messageId",
                id,
                "body",
                body,
                "attributes",
                Map.of("SentTimestamp", "1795342531000")));
  }

  private static final class NoMetrics implements ThreatMetrics {
    private int zeros;

    @Override
    public void signals(List<Signal> signals) {}

    @Override
    public void threat(Threat threat) {}

    @Override
    public void zeros() {
      zeros++;
    }
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
