package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.demo.Deployed;
import dev.rampart.local.demo.Report;
import dev.rampart.local.demo.SmokeTest;
import dev.rampart.local.demo.Step;
import dev.rampart.local.stack.instance.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The smoke test of a deployed stage, against a run, which is one to it. */
final class SmokeTestScenarioTest {
  private static final Instance INSTANCE = Running.shared().instance;

  private final StringWriter printed = new StringWriter();
  private final Report report = new Report(new PrintWriter(printed, true));

  private static Deployed stage(String baseUrl, String secret) {
    return new Deployed(
        URI.create(baseUrl),
        URI.create(INSTANCE.signInUrl()),
        INSTANCE.apiKey(),
        INSTANCE.machineClient().id(),
        secret);
  }

  @Test
  void every_step_goes_as_it_should_and_no_secret_is_printed() throws Exception {
    String secret = INSTANCE.machineClient().secret();

    SmokeTest.run(stage(INSTANCE.baseUrl(), secret), report);

    assertThat(report.steps()).hasSizeGreaterThan(13).allMatch(Step::ok);
    assertThat(report.steps())
        .extracting(Step::gate)
        .contains("token", "plan", "edge", "schema", "input", "inspection");
    assertThat(printed.toString())
        .contains("Not run", "a reviewer decides: needs")
        .doesNotContain(secret, INSTANCE.apiKey(), "FAIL");
  }

  @Test
  void a_step_that_goes_wrong_is_one() throws Exception {
    String secret = INSTANCE.machineClient().secret();

    SmokeTest.run(stage(INSTANCE.baseUrl() + "/elsewhere", secret), report);

    assertThat(report.isOk()).isFalse();
    assertThat(printed.toString()).contains("FAIL is it there");
  }

  @Test
  void a_wrong_secret_ends_it_with_a_word_about_the_variables() {
    assertThatThrownBy(() -> SmokeTest.run(stage(INSTANCE.baseUrl(), "guessed"), report))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gives no token")
        .hasMessageContaining("RAMPART_CLIENT_SECRET")
        .hasMessageNotContaining("guessed");
  }

  @Test
  void where_nobody_answers_it_says_where_and_nothing_else() {
    assertThatThrownBy(() -> SmokeTest.run(stage("http://127.0.0.1:1", "x"), report))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("nobody answers at http://127.0.0.1:1");
    assertThat(printed.toString()).isEmpty();
  }

  @Test
  void secrets_go_to_nobody_in_the_clear() {
    assertThatThrownBy(() -> stage("http://api.example/dev", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no https address");
  }
}
