package dev.rampart.local.metrics.math;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an expression is, it is read or refused, in a time that its length bounds. */
final class MetricMathPropertyTest {
  private static final List<String> PARTS =
      List.of(
          "a",
          "b",
          "e1",
          "(",
          ")",
          "[",
          "]",
          ",",
          "+",
          "-",
          "*",
          "/",
          "^",
          "<",
          ">=",
          "==",
          "AND",
          "||",
          " ",
          "1",
          "0",
          "9.5",
          "'",
          "\"",
          "SUM(",
          "FILL(",
          "IF(",
          "METRICS(",
          "REPEAT",
          "ANOMALY_DETECTION_BAND(",
          "RATE(",
          "é",
          "\u0000");

  @Property(tries = 2_000)
  void parts_of_expressions_are_read_or_refused(@ForAll("parts") String text) {
    evaluate(text);
  }

  @Property
  void any_text_is_read_or_refused(@ForAll String text) {
    evaluate(text);
  }

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.of(PARTS).list().ofMaxSize(60).map(parts -> String.join("", parts));
  }

  private static void evaluate(String text) {
    try {
      QuerySet _ =
          QuerySet.of(
              List.of(
                  Given.metric("a"),
                  Given.metric("b"),
                  new MetricQuery.Expression("e1", "", true, text)));
    } catch (QuerySet.QueryException _) {
      // Refused, as most of them are.
    }
  }
}
