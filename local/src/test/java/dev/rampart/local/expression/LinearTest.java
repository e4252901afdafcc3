package dev.rampart.local.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proof takes, and what it refuses. */
@Tag("house")
final class LinearTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:[a-z]|[/?;])*",
        "/|(?:/[a-z]+)+/?",
        "\"((?:[^\"]|\\\\.)*)\"",
        "(?:[^\"]|x)*+",
        "(a+)+",
        "(a*)*",
        "(a|aa)+",
        "a*a*",
        "a+b?a+",
        "a*(b|a)*",
        "([a-z]+):[ \\t]*(.*?)[ \\t]*",
        "\\s*x?\\s*",
        ".*:",
        ".*?[a-z]+",
        "[a-z]*[a-z]",
        "(?:a*|b)a*",
        "[0-9]{1,20}[0-9]{1,20}[0-9]{1,20}[0-9]{1,20}",
        "(?:a?){12}a{12}",
        "[a-z]{3,}",
        "a{1,2000}",
        "(a)\\1",
        "(?<=a)b",
        "(?!a)b",
        "(?s)a",
      })
  void an_expression_that_may_backtrack_or_recurse_is_refused(String expression) {
    assertThat(Linear.doubts(expression, false)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z]*",
        "[a-z]+:[0-9]+",
        "[^:]*:.*",
        "a*b*c*",
        "\"[^\"]*\"",
        "[0-9]{1,5}",
        "[0-9]{1,3}\\.[0-9]{1,3}",
        "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
        "(?:[a-z]+|\\[[0-9a-f:]+\\])(?::[0-9]{1,5})?",
        "[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d{1,9})?",
        "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
        "(?i:Bearer) ([A-Za-z0-9._-]+)",
        "[\\p{L}\\p{N}]+",
        ".*+",
        "\\x41\\u0042\\p{Lu}",
      })
  void a_linear_expression_is_taken(String expression) {
    assertThat(Linear.doubts(expression, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a-z]+:", "<[^>]*>", "\\s*,\\s*", "x.*"})
  void a_search_that_may_read_on_from_each_start_is_refused(String expression) {
    assertThat(Linear.doubts(expression, true)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\s+", ",", "\\.", "[\\s=]", "^[a-z]+:", "\\G[a-z]*,", "(.{4})(?=.)"})
  void a_search_that_fails_at_once_or_has_one_start_is_taken(String expression) {
    assertThat(Linear.doubts(expression, true)).isEmpty();
  }
}
