package dev.rampart.replay.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedLineTest {
  private static final String DETAIL =
      """
      {"schemaVersion":1,"signalId":"s-1","observedAt":"2026-11-22T10:15:30.123Z",\
      "gate":"token","point":"AUTH_FAIL","source":{"ip":"203.0.113.7"}}\
      """;

  @Test
  void a_detail_is_read_alone_and_in_its_envelope() {
    assertThat(signals(DETAIL)).extracting(Signal::point).containsExactly(DetectionPoint.AUTH_FAIL);
    String envelope = "{\"detail-type\":\"SuspiciousRequest\",\"detail\":" + DETAIL + "}";
    assertThat(signals(envelope)).isEqualTo(signals(DETAIL));
  }

  @Test
  void the_line_of_a_function_has_the_signals_of_its_request() {
    String line = "{\"timestamp\":\"2026-11-22T10:15:30.123Z\",\"decision\":\"refused\"%s}";
    assertThat(signals(line.formatted(",\"signals\":[" + DETAIL + "," + DETAIL + "]"))).hasSize(2);
    assertThat(RecordedLine.read(line.formatted(""), "f", 1))
        .isEqualTo(
            new LineOutcome.Read(
                Optional.of(Instant.parse("2026-11-22T10:15:30.123Z")), List.of(), List.of()));
  }

  @Test
  void a_blank_line_says_nothing() {
    assertThat(RecordedLine.read(" ", "f", 1)).isEqualTo(new LineOutcome.Blank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"signalId\":\"s-1\"}",
        "{\"signalId\":\"s-1\",\"schemaVersion\":2}",
        "{\"a\":1}",
        "{\"a\":1",
        "nothing of the kind"
      })
  void what_is_not_understood_is_said(String line) {
    assertThat(RecordedLine.read(line, "f", 1)).isInstanceOf(LineOutcome.NotUnderstood.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/x, 404, ROUTE_UNKNOWN",
    "/.env, 404, SENSITIVE_PATH",
    "/.env, 401, SENSITIVE_PATH",
    "/login, 401, AUTH_FAIL",
    "/x, 403, SCOPE_DENIED",
    "/x, 400, SCHEMA_VIOLATION",
    "/x, 405, METHOD_UNKNOWN",
    "/x, 413, BODY_TOO_LARGE",
    "/x, 429, THROTTLED",
    "/x?id=1'%20UNION%20SELECT%20password%20FROM%20users--, 200, INJECTION_SQL"
  })
  void a_line_of_a_web_server_tells_by_status_path_and_payload(
      String target, int status, DetectionPoint point) {
    List<Signal> signals = signals(line("-", target, status));
    assertThat(signals).extracting(Signal::point).containsExactly(point);
    assertThat(signals.getFirst().request().resourceId().orElseThrow()).doesNotContain("/");
  }

  @ParameterizedTest
  @CsvSource({"/x, 200", "/x, 304", "/x, 500", "/.env, 500", "/x?name=O'Neil, 200"})
  void what_went_well_or_is_the_servers_fault_is_no_signal(String target, int status) {
    assertThat(signals(line("-", target, status))).isEmpty();
  }

  @Test
  void a_user_who_is_answered_speaks_for_the_source() {
    List<Signal> signals = signals(line("ann", "/x", 200));
    assertThat(signals).extracting(Signal::point).containsExactly(DetectionPoint.AUTH_OK);
    assertThat(signals.getFirst().source().principal().orElseThrow()).doesNotContain("ann");
  }

  @Test
  void two_equal_lines_are_two_requests() {
    String line = line("-", "/x", 404);
    assertThat(((LineOutcome.Read) RecordedLine.read(line, "f", 1)).signals().getFirst().id())
        .isNotEqualTo(
            ((LineOutcome.Read) RecordedLine.read(line, "f", 2)).signals().getFirst().id());
  }

  private static String line(String user, String target, int status) {
    return "203.0.113.7 - %s [10/Oct/2026:13:55:36 +0000] \"GET %s HTTP/1.1\" %d 5 \"-\" \"curl/8\""
        .formatted(user, target, status);
  }

  private static List<Signal> signals(String line) {
    return RecordedLine.read(line, "f", 1) instanceof LineOutcome.Read read
        ? read.signals()
        : List.of();
  }
}
