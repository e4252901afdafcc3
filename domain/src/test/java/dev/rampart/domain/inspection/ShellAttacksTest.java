package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.grammar.Indicator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands behind the grammar of a shell, each beside the honest text that resembles it. */
final class ShellAttacksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.1.1; ! uname",
        "10.1.1.1;{ uname; }",
        "10.1.1.1; while true; do uname; done",
        "10.1.1.1;until uname; do sleep 1; done",
        "10.1.1.1 && for k in 1 2; do uname; done",
        "10.1.1.1;if uname; then uname; fi",
        "10.1.1.1; case z in z) uname;; esac",
        "10.1.1.1\nwhile true\ndo uname\ndone",
        "10.1.1.1; exec uname",
        "10.1.1.1|time uname",
        "10.1.1.1; command uname",
        "10.1.1.1;coproc uname",
        "10.1.1.1; function g { uname; }; g",
      })
  void a_command_inside_another_is_refused(String value) {
    assertRefusedAsCommand(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.1.1;$0 -c uname",
        "10.1.1.1;${0} -c uname",
        "10.1.1.1\n$SHELL -c uname",
        "10.1.1.1;P=una;Q=me;$P$Q",
        "10.1.1.1;P=uname;$P -a",
        "10.1.1.1;${HOME:0:1}bin${HOME:0:1}uname",
        "\\uname",
      })
  void a_command_whose_name_is_not_written_out_is_refused(String value) {
    assertRefusedAsCommand(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"l{s,} -la", "10.1.1.1;w{ho,}ami"})
  void a_name_that_braces_spell_out_is_found(String value) {
    assertThat(Inspected.indicators(value)).contains(Indicator.SHELL_BRACES);
    assertRefusedAsCommand(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"see src/{main,test}/java", "f{x} = 2", "the set{a, b} of two"})
  void braces_elsewhere_spell_nothing_out(String value) {
    assertThat(Inspected.indicators(value)).doesNotContain(Indicator.SHELL_BRACES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/items?id=5&date=2026&sort=name", "find=all;id=3", "('sort=up')"})
  void a_name_that_is_assigned_to_is_no_command(String value) {
    assertThat(Inspected.indicators(value))
        .doesNotContain(Indicator.SHELL_CHAIN, Indicator.SHELL_CHAIN_SOFT, Indicator.SHELL_ALONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "& 'hostname'",
        "; & (\"host\" + \"name\")",
        "& $env:ComSpec /c hostname",
        "; . { hostname }",
        "| iex",
        "; Invoke-Expression 'hostname'",
        "; [Diagnostics.Process]::Start('hostname')",
        "; Start-Process hostname",
      })
  void a_call_of_powershell_is_refused(String value) {
    assertRefusedAsCommand(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If you agree, then sign; the work is done; for all of us.",
        "It takes time; if it rains, do not wait; it is not done.",
        "Buy $AAPL; sell $TSLA; the fee is $0; the rest is $5.",
        "Research & (some) development; 'R' & 'D'",
        "Our start-up is read-only; set-up and get-together follow.",
        "$(document).ready(function () { $(this).hide(); });",
        "public int size() { return items.size(); }",
        "\\usepackage{amsmath} and \\ln(x)",
        "Set $PATH first; then run ./gradlew build.",
      })
  void what_resembles_it_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  private static void assertRefusedAsCommand(String value) {
    Verdict verdict = Inspected.prose(value);
    assertThat(verdict.refusedIn(FieldKind.PROSE)).isTrue();
    assertThat(verdict.attack()).contains(Attack.CMDI);
  }
}
