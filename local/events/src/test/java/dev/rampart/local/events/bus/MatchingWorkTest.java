package dev.rampart.local.events.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

final class MatchingWorkTest {

  @ParameterizedTest
  @CsvSource({"abc,1", "*,2", "a*,2", "*a,3", "*/api/*/users/*,8", "*aaaa,6", "*abab*,5"})
  void a_wildcard_has_a_state_for_each_star_and_for_each_beginning_under_way(
      String wildcard, int states) {
    assertThat(WildcardStates.of(wildcard)).isEqualTo(states);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "a*", "*a", "*/api/*/users/*", "*aaaa", "*abab*", "*a*b*a*b", "é*éé"})
  void the_bound_is_not_below_what_the_matcher_finds_out(String wildcard) throws IOException {
    Machine machine = Machine.builder().build();
    machine.addRule("r", "{\"a\":[{\"wildcard\":\"" + wildcard + "\"}]}");

    assertThat(WildcardStates.of(wildcard))
        .isGreaterThanOrEqualTo(machine.evaluateComplexity(new MachineComplexityEvaluator(100)));
  }

  @Test
  void wildcards_with_more_sets_of_states_than_can_be_walked_have_a_bound() throws IOException {
    List<String> wildcards = Collections.nCopies(40, "{'wildcard':'*a*b*c*d*e*f*g*h*i*j*k*l'}");

    assertThat(cost("{'a':" + wildcards + "}").states()).isEqualTo(40 * 25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'a':[{'w\\u0069ldcard':'*x'}]}                 | 3
          {'a':[{'anything-but':{'wildcard':['*x','*y']}}]} | 6
          {'a':[{'wildcard':'*x'}],'a':[{'wildcard':'*y'}]} | 6
          {'$or':[{'a':[{'wildcard':'*x'}]},{'a':['wildcard']}]} | 3
          {'a':['wildcard']}                              | 0
          {'wildcard':['*a']}                             | 0
          """)
  void the_wildcards_of_a_pattern_are_found(String pattern, int states) throws IOException {
    assertThat(cost(pattern).states()).isEqualTo(states);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'a':['x']}                      | {'a':'x','b':[1,2]}           | 1
          {'a':['x'],'b':['y']}            | {'a':['x','x'],'b':['y','z']} | 12
          {'a':['x'],'b':['y']}            | {'a':['z','z'],'b':['y','z']} | 4
          {'a':[{'prefix':'x'},{'prefix':'y'}],'b':['y']} | {'a':'x','b':'y'}   | 6
          {'a':[{'exists':false}],'b':[{'wildcard':'*y'}]} | {'b':'12345678'}    | 62
          """)
  void each_value_that_is_taken_tries_all_behind_it(String pattern, String event, long work)
      throws IOException {
    assertThat(work(List.of(cost(pattern)), event)).isEqualTo(work);
  }

  @Test
  void patterns_that_begin_alike_go_the_same_way() throws IOException {
    List<PatternCost> patterns = new ArrayList<>();
    patterns.add(cost("{'a':['x'],'b':['y']}"));
    long alone = work(patterns, "{'a':'x','b':'z'}");
    patterns.add(cost("{'a':['x'],'b':['z']}"));

    assertThat(work(patterns, "{'a':'x','b':'z'}")).isEqualTo(alone);
  }

  private static long work(List<PatternCost> patterns, String event) throws IOException {
    return MatchingWork.of(PatternCosts.of(patterns), json(event));
  }

  private static PatternCost cost(String pattern) throws IOException {
    return PatternCost.of(json(pattern), 1);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
