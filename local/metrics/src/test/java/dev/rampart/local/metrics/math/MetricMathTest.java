package dev.rampart.local.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.Grid;
import dev.rampart.local.metrics.MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of CloudWatch's page "Using metric math", and what it says of missing values. */
final class MetricMathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // The page's table of comparison and logical operators.
        "(a < b) ~ 30 20 0 0 ~ 20 - 20 - ~ 0 0 1 0",
        "(a >= 30) ~ 30 20 0 0 ~ 20 - 20 - ~ 1 0 0 0",
        "(a > 15 AND b > 15) ~ 30 20 0 0 ~ 20 - 20 - ~ 1 0 0 0",
        "a > 15 && b > 15 || a == 0 ~ 30 20 0 0 ~ 20 - 20 - ~ 1 0 1 1",
        "a != 20 ~ 30 20 - ~ 1 1 1 ~ 1 0 -",
        // Missing values are zero beside one that is there; a division by zero is dropped.
        "a + b ~ 1 - - ~ 2 3 - ~ 3 3 -",
        "a / b ~ 6 6 6 ~ 3 0 - ~ 2 - -",
        "a * 2 - 1 ~ 1 2 - ~ 0 0 0 ~ 1 3 -",
        "2 + 3 * a ~ 1 2 3 ~ 0 0 0 ~ 5 8 11",
        "(2 + 3) * a ~ 1 2 3 ~ 0 0 0 ~ 5 10 15",
        "a ^ 2 ~ 1 2 3 ~ 0 0 0 ~ 1 4 9",
        "-a ~ 1 -2 - ~ 0 0 0 ~ -1 2 -",
        "10 - 2 - a ~ 1 2 3 ~ 0 0 0 ~ 7 6 5",
        // MathFunctions.
        "SUM([a, b]) ~ 1 - - ~ 2 3 - ~ 3 3 -",
        "AVG([a, b]) ~ 1 4 - ~ 3 - - ~ 2 2 -",
        "MAX(METRICS()) ~ 1 4 - ~ 3 - - ~ 3 4 -",
        "MIN(METRICS()) ~ 1 4 - ~ 3 - - ~ 1 4 -",
        "SUM(METRICS('a')) ~ 1 4 - ~ 3 - - ~ 1 4 -",
        "a - MIN(a) ~ 3 1 2 ~ 0 0 0 ~ 2 0 1",
        "a / SUM(a) ~ 1 1 2 ~ 0 0 0 ~ 0.25 0.25 0.5",
        "FILL(a, 7) ~ 1 - 3 ~ 0 0 0 ~ 1 7 3",
        "FILL(a, b) ~ 1 - - ~ 5 6 - ~ 1 6 -",
        "FILL(a, REPEAT) ~ - 1 - - ~ 0 0 0 0 ~ - 1 1 1",
        "FILL(a, LINEAR) ~ - 1 - - 4 - ~ 0 0 0 0 0 0 ~ - 1 2 3 4 -",
        "DIFF(a) ~ 1 - 4 6 ~ 0 0 0 0 ~ - - 3 2",
        "RATE(a) ~ 0 60 - 0 ~ 0 0 0 0 ~ - 1 - -0.5",
        "DIFF_TIME(a) ~ 0 60 - 0 ~ 0 0 0 0 ~ - 60 - 120",
        "RUNNING_SUM(a) ~ 1 - 4 ~ 0 0 0 ~ 1 1 5",
        "a / PERIOD(a) ~ 60 120 - ~ 0 0 0 ~ 1 2 -",
        "ABS(a) + CEIL(b) ~ -1 2 3 ~ 0.5 1 2 ~ 2 3 5",
        "FLOOR(a) ~ 1.5 2 - ~ 0 0 0 ~ 1 2 -",
        "LOG10(a) ~ 100 1 0 ~ 0 0 0 ~ 2 0 -",
        "a * METRIC_COUNT(METRICS()) ~ 1 2 3 ~ 0 0 0 ~ 2 4 6",
        "FIRST([a, b]) + LAST([a, b]) ~ 1 2 3 ~ 4 5 6 ~ 5 7 9",
        "TIME_SERIES(MAX(a)) ~ 1 2 - ~ 0 0 0 ~ 2 2 2",
        "a * DATAPOINT_COUNT(a) ~ 1 2 - ~ 0 0 0 ~ 2 4 -",
        "MINUTE(a) ~ 1 - 1 ~ 0 0 0 ~ 0 1 2",
      })
  void expressions_come_to_what_the_page_says(String text, String a, String b, String expected) {
    assertThat(evaluate(text, a, b)).isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // The page's tables of IF: metric1 is a, metric2 is b.
        "IF(a, b, c) ~ 1 1 0 0 - ~ 30 - 0 0 30 ~ 30 0 20 - -",
        "IF(a, 5, c) ~ 1 1 0 0 - ~ 0 0 0 0 0 ~ 5 5 20 - -",
        "IF(a, b, 5) ~ 1 1 0 0 - ~ 30 - 0 0 30 ~ 30 0 5 5 -",
        "IF(a < 4, a) ~ 1 5 3 - 2 ~ 0 0 0 0 0 ~ 1 - 3 - 2",
        "IF(a < 4, 10, 2) ~ 1 5 3 - 2 ~ 0 0 0 0 0 ~ 10 2 10 - 10",
      })
  void conditions_choose_as_the_page_says(String text, String a, String b, String expected) {
    assertThat(evaluate(text, a, b)).isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "SEARCH('x', 'Sum', 60) ~ calls SEARCH, a function that the local CloudWatch does not have",
        "sum(a) ~ has '(' where it cannot be",
        "d ~ names d, and there is no such query",
        "e1 + 1 ~ names itself",
        "SUM(a) ~ comes to a number, not to a time series",
        "5 ~ comes to a number, not to a time series",
        "a + ~ ends too early",
        "(a ~ ends too early",
        "a b ~ has 'b' where it cannot be",
        "a + 1.2.3 ~ has '1.2.3', which is no number",
        "METRICS() + METRICS() ~ combines two lists of time series",
        "FILL(a) ~ calls FILL with 1 arguments",
        "FILL(a, ZERO) ~ fills with the unknown word ZERO",
        "1 + 'a' ~ has the text 'a' where a value must be",
        "PERIOD(a + 1) ~ calls PERIOD with something else than a metric",
        "IF(1, 2, 3) ~ calls IF without a time series",
        "IF(a > 5, b, METRICS()) ~ has a list of time series where one must be",
        "IF(a > 5, METRICS(), b) ~ has a list of time series where one must be",
        "IF(a > 5, METRICS()) ~ has a list of time series where one must be",
        "a + 'x ~ has a text without an end",
      })
  void what_cannot_be_evaluated_is_refused(String text, String message) {
    assertThatExceptionOfType(QuerySet.QueryException.class)
        .isThrownBy(() -> evaluate(text, "1", "1"))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "[", "SUM(", "IF(a,"})
  void nesting_has_a_limit(String open) {
    String text = open.repeat(ExpressionParser.CHARS_MAX / open.length());

    assertThatExceptionOfType(QuerySet.QueryException.class)
        .isThrownBy(() -> evaluate(text, "1", "1"))
        .withMessageContaining("nested deeper");
  }

  @Test
  void a_text_has_a_limit() {
    String text = "a" + "+a".repeat(ExpressionParser.CHARS_MAX / 2);

    assertThatExceptionOfType(QuerySet.QueryException.class)
        .isThrownBy(() -> evaluate(text, "1", "1"))
        .withMessageContaining("longer than 2048");
  }

  @Test
  void expressions_that_name_each_other_have_a_limit() {
    List<MetricQuery> queries = new ArrayList<>();
    queries.add(new MetricQuery.Expression("e0", "", true, "1" + "+1".repeat(1_000)));
    for (int i = 1; i < QuerySet.QUERIES_MAX; i++) {
      String text = "e" + (i - 1) + "+1".repeat(1_000);
      queries.add(new MetricQuery.Expression("e" + i, "", true, text));
    }

    assertThatExceptionOfType(QuerySet.QueryException.class)
        .isThrownBy(() -> QuerySet.of(queries.reversed()))
        .withMessage("names expressions that are too deep in each other");
  }

  @Test
  void bands_have_a_limit() {
    String band = "ANOMALY_DETECTION_BAND(a)";
    QuerySet _ = bands(Collections.nCopies(QuerySet.BANDS_MAX, band));
    for (List<String> texts :
        List.of(
            Collections.nCopies(QuerySet.BANDS_MAX + 1, band),
            List.of("MAX([" + (band + ",").repeat(QuerySet.BANDS_MAX) + band + "])"))) {
      assertThatExceptionOfType(QuerySet.QueryException.class)
          .isThrownBy(() -> bands(texts))
          .withMessage("has one of more than 10 bands");
    }
  }

  private static QuerySet bands(List<String> texts) {
    List<MetricQuery> queries = new ArrayList<>();
    queries.add(Given.metric("a"));
    texts.forEach(
        text -> queries.add(new MetricQuery.Expression("e" + queries.size(), "", true, text)));
    return QuerySet.of(queries);
  }

  @Test
  void an_evaluation_has_a_limit() {
    String text = "SUM([" + "METRICS()*1,".repeat(150) + "METRICS()])";
    QuerySet set =
        QuerySet.of(
            List.of(
                Given.metric("a"),
                Given.metric("b"),
                new MetricQuery.Expression("e1", "", true, text)));
    MetricStore none = new MetricStore(() -> Instant.EPOCH);
    Grid grid = new Grid(Instant.EPOCH, Duration.ofMinutes(1), 10_000);
    QuerySet.Evaluation evaluation = set.on(none, new Bands(none, List.of()), grid);

    assertThatExceptionOfType(QuerySet.QueryException.class)
        .isThrownBy(() -> evaluation.value("e1"))
        .withMessage("needs more than 1000000 values");
  }

  private static String evaluate(String text, String a, String b) {
    MetricQuery.Expression checked = new MetricQuery.Expression("e1", "", true, text);
    QuerySet _ =
        QuerySet.of(List.of(Given.metric("a"), Given.metric("b"), Given.metric("c"), checked));
    Given given =
        text.contains("c)")
            ? new Given(
                List.of("a", "b", "c"), List.of(values(a), values(b), values("0 0 20 - 20")))
            : new Given(List.of("a", "b"), List.of(values(a), values(b)));
    MathValue.Series result =
        (MathValue.Series) new MathEvaluator(given).value(ExpressionParser.parse(text));
    return Arrays.stream(result.values())
        .mapToObj(MetricMathTest::shown)
        .collect(Collectors.joining(" "));
  }

  private static double[] values(String text) {
    return Arrays.stream(text.strip().split(" "))
        .mapToDouble(value -> value.equals("-") ? Double.NaN : Double.parseDouble(value))
        .toArray();
  }

  private static String shown(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
