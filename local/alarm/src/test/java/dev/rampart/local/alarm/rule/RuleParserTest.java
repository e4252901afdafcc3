package dev.rampart.local.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.alarm.StateValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleParserTest {
  private static final Map<String, StateValue> STATES =
      Map.of(
          "loud", StateValue.ALARM,
          "quiet", StateValue.OK,
          "new", StateValue.INSUFFICIENT_DATA,
          "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:loud", StateValue.ALARM);

  private static StateValue state(String alarm) {
    return STATES.getOrDefault(alarm, StateValue.INSUFFICIENT_DATA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "ALARM(loud) ~ true",
        "ALARM(\"quiet\") ~ false",
        "OK(quiet) ~ true",
        "INSUFFICIENT_DATA(new) ~ true",
        "ALARM(arn:aws:cloudwatch:eu-west-1:000000000000:alarm:loud) ~ true",
        "ALARM(loud) AND ALARM(quiet) ~ false",
        "ALARM(loud) AND NOT ALARM(quiet) ~ true",
        "ALARM(quiet) OR ALARM(loud) ~ true",
        "NOT ALARM(quiet) AND NOT ALARM(loud) ~ false",
        // AND binds before OR.
        "TRUE OR FALSE AND FALSE ~ true",
        "(TRUE OR FALSE) AND FALSE ~ false",
        "(ALARM(loud) OR ALARM(quiet)) AND OK( quiet ) ~ true",
        "NOT (TRUE) ~ false",
        "False ~ false",
      })
  void rules_hold_or_do_not(String text, boolean holds) {
    assertThat(RuleParser.parse(text).holds(RuleParserTest::state)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`` ~ ends too early",
        "ALARM ~ ends too early",
        "ALARM( ~ ends too early",
        "ALARM(\"a) ~ ends too early",
        "ALARM() ~ names an alarm without a name",
        "ALARM(a) ALARM(b) ~ has 'A' where it cannot be",
        "ALARM(a) XOR ALARM(b) ~ has 'X' where it cannot be",
        "BROKEN(a) ~ has 'B' where it cannot be",
        "TRUELY ~ has 'T' where it cannot be",
        "TRUE) ~ has ')' where it cannot be",
        "AND TRUE ~ has 'A' where it cannot be",
      })
  void what_is_no_rule_is_refused(String text, String message) {
    assertThatExceptionOfType(RuleParser.InvalidRuleException.class)
        .isThrownBy(() -> RuleParser.parse(text))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT "})
  void nesting_has_a_limit(String open) {
    assertThatExceptionOfType(RuleParser.InvalidRuleException.class)
        .isThrownBy(() -> RuleParser.parse(open.repeat(RuleParser.CHARS_MAX / open.length())))
        .withMessageContaining("nested deeper");
  }

  @Test
  void alarms_elements_and_characters_have_limits() {
    refused("ALARM(a)" + " OR ALARM(a)".repeat(100), "names more than 100 alarms");
    refused("TRUE" + " OR TRUE".repeat(500), "has more than 500 elements");
    refused(" ".repeat(RuleParser.CHARS_MAX + 1), "is longer than 10240 characters");
  }

  private static void refused(String text, String message) {
    assertThatExceptionOfType(RuleParser.InvalidRuleException.class)
        .isThrownBy(() -> RuleParser.parse(text))
        .withMessage(message);
  }

  @Test
  void a_rule_tells_which_alarms_it_names() {
    Set<String> named = new TreeSet<>();
    RuleParser.parse("ALARM(a) OR NOT (OK(\"b\") AND ALARM(c))").collect(named);
    assertThat(named).containsExactly("a", "b", "c");
  }
}
