package dev.rampart.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.account.Outcome;
import dev.rampart.local.account.PreflightResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PreflightReportTest {
  private static final PreflightReport REPORT =
      new PreflightReport(
          List.of(
              new PreflightResult("identity", Outcome.OK, "a role", "who deploys", ""),
              new PreflightResult("budget", Outcome.HINT, "none", "costs", "aws budgets …"),
              new PreflightResult("stack", Outcome.FAILED, "it rolls back", "it waits", "wait")));

  @Test
  void a_program_reads_every_answer() throws IOException {
    JsonNode document = JsonMapper.builder().build().readTree(REPORT.json());
    assertThat(document.path("ok").asBoolean(true)).isFalse();
    assertThat(document.path("answers"))
        .extracting(answer -> answer.path("id").asText() + " " + answer.path("outcome").asText())
        .containsExactly("identity ok", "budget note", "stack failed");
    assertThat(document.at("/answers/2/mend").asText()).isEqualTo("wait");
  }

  @Test
  void a_person_reads_what_to_do_only_where_something_has_to_be_done() {
    StringWriter out = new StringWriter();
    REPORT.print(new PrintWriter(out));
    assertThat(out.toString()).contains("why: it waits", "do: wait").doesNotContain("who deploys");
  }
}
