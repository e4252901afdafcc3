package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.RequestReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code up} prints of a request. */
final class RequestLineTest {

  private static String line(String target, int status, Optional<RequestReport.Refusal> refusal) {
    return RequestLine.of(
        new RequestReport(
            "id-1",
            "POST",
            target,
            status,
            List.of("waf", "token"),
            List.of("schema"),
            refusal,
            Duration.ZERO,
            Optional.empty()));
  }

  @Test
  void a_request_that_is_answered_has_the_gates_that_it_passed() {
    assertThat(line("/v1/submissions", 201, Optional.empty()))
        .isEqualTo("id-1  POST /v1/submissions  201  waf ok  token ok  not asked: schema");
  }

  @Test
  void a_refusal_has_its_gate_and_its_reason() {
    assertThat(
            line(
                "/v1/submissions",
                403,
                Optional.of(new RequestReport.Refusal("plan", "No key.", "asked twice"))))
        .isEqualTo(
            "id-1  POST /v1/submissions  403  waf ok  token ok  plan REFUSED: No key. (asked twice)"
                + "  not asked: schema");
  }

  @Test
  void what_a_client_chose_is_short_and_nothing_that_a_terminal_acts_on() {
    String escape = "\u001b[31m\u202e\n";
    RequestReport.Refusal refusal =
        new RequestReport.Refusal("edge", escape + "x".repeat(500), escape + "z".repeat(500));

    assertThat(line("/" + escape + "y".repeat(500), 404, Optional.of(refusal)))
        .hasSizeLessThan(530)
        .contains("/?[31m??yyy")
        .doesNotContain("\u001b", "\n", "\u202e");
  }
}
