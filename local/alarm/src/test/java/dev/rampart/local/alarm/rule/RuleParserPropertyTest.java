package dev.rampart.local.alarm.rule;

import dev.rampart.local.alarm.StateValue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a rule is, it is read or refused, in a time that its length bounds. */
final class RuleParserPropertyTest {
  private static final List<String> PARTS =
      List.of(
          "ALARM(",
          "OK(",
          "INSUFFICIENT_DATA(",
          "a",
          ")",
          "(",
          " AND ",
          " OR ",
          "NOT ",
          "TRUE",
          "FALSE",
          "\"",
          " ",
          "é",
          "\u0000");

  @Property(tries = 2_000)
  void parts_of_rules_are_read_or_refused(@ForAll("parts") String text) {
    read(text);
  }

  @Property
  void any_text_is_read_or_refused(@ForAll String text) {
    read(text);
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.of(PARTS).list().ofMaxSize(80).map(parts -> String.join("", parts));
  }

  private static void read(String text) {
    try {
      boolean _ = RuleParser.parse(text).holds(_ -> StateValue.OK);
    } catch (RuleParser.InvalidRuleException _) {
      // Refused, as most of them are.
    }
  }
}
