package dev.rampart.benchmark.inspection.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The definitions of the figures, on small rows whose figures were computed by hand. */
final class AccuracyScoreTest {

  private final List<JudgedRow> rows = new ArrayList<>();

  private AccuracyScore score() {
    return new AccuracyScore(rows, false);
  }

  /** Adds rows of one class and source, the first {@code refused} of them refused. */
  private void add(String attack, String source, int refused, int count) {
    for (int i = 0; i < count; i++) {
      add(attack, source, attack + source + i, attack + source + i, i < refused);
    }
  }

  private void add(String attack, String source, String payload, String group, boolean refused) {
    LabelledRow row =
        new LabelledRow(source + "-" + rows.size(), source, attack, true, group, "-", payload);
    rows.add(new JudgedRow(row, refused, refused ? attack : "-", refused ? 1 : 0));
  }

  @Test
  void a_class_is_the_mean_over_its_large_sources() {
    add("sqli", "a", 10, 20); // 50 %
    add("sqli", "b", 40, 40); // 100 %
    add("sqli", "small", 0, 19);

    assertThat(score().refused("sqli").value()).isEqualTo(0.75);
    assertThat(score().refused("sqli").rows()).isEqualTo(79);
  }

  @Test
  void a_class_without_a_large_source_is_the_share_of_all_its_rows() {
    add("ldap", "a", 1, 4);
    add("ldap", "b", 15, 16);

    assertThat(score().refused("ldap")).isEqualTo(new Rate(0.8, 20));
    assertThat(score().refused("jndi").value()).isNaN();
    assertThat(score().refused("jndi").rows()).isZero();
  }

  @Test
  void a_group_is_the_mean_over_its_sources_however_small() {
    add("-", "benign_docs_prose", 1, 4); // 25 %
    add("-", "benign_commit_text", 0, 100);
    add("-", "elsewhere", 50, 50);

    assertThat(score().refused(BenignGroup.TEXT)).isEqualTo(new Rate(0.125, 104));
    assertThat(score().refused(BenignGroup.FIELD).value()).isNaN();
  }

  @Test
  void a_payload_counts_once_a_label_for_its_first_source() {
    add("sqli", "a", "' or 1=1", "x", true);
    add("sqli", "b", "' or 1=1", "x", false);
    add("xss", "c", "' or 1=1", "x", false);
    add("-", "blns", "' or 1=1", "x", false);

    assertThat(score().refused("sqli")).isEqualTo(new Rate(1, 1));
    assertThat(score().refused("xss").rows()).isZero();
    assertThat(score().refused(BenignGroup.HARD)).isEqualTo(new Rate(0, 1));
  }

  @Test
  void noisy_rows_do_not_count_and_hide_no_strict_one() {
    rows.add(
        new JudgedRow(new LabelledRow("a-1", "a", "sqli", false, "x", "-", "or"), false, "-", 0));
    add("sqli", "b", "or", "x", true);

    assertThat(score().refused("sqli")).isEqualTo(new Rate(1, 1));
  }

  @Test
  void near_duplicates_of_a_source_count_as_one_between_them_on_demand() {
    add("cmdi", "a", ";id 1", "id", true);
    add("cmdi", "a", ";id 2", "id", true);
    add("cmdi", "a", ";id 3", "id", false);
    add("cmdi", "a", ";ls", "ls", false);

    assertThat(score().refused("cmdi")).isEqualTo(new Rate(0.5, 4));
    assertThat(new AccuracyScore(rows, true).refused("cmdi").rows()).isEqualTo(2);
    assertThat(new AccuracyScore(rows, true).refused("cmdi").value())
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void balanced_accuracy_weighs_attacks_and_honest_text_alike() {
    add("sqli", "a", 20, 20);
    add("xss", "a", 19, 20); // 95 %
    add("cmdi", "a", 18, 20); // 90 %
    add("path", "a", 19, 20); // 95 %
    add("nosql", "a", 0, 20);
    add("-", "benign_names", 0, 10);
    add("-", "benign_docs_prose", 1, 10); // 10 %
    add("-", "blns", 2, 10); // 20 %
    add("-", "benign_sql_fixtures", 10, 10);

    assertThat(score().truePositives(4)).isCloseTo(0.95, within(1e-12));
    assertThat(score().balanced(4)).isCloseTo((0.95 + 0.90) / 2, within(1e-12));
    // The classes without rows are left out: five remain of the ten.
    assertThat(score().balanced(10)).isCloseTo((0.76 + 0.90) / 2, within(1e-12));
  }

  @Test
  void evasions_are_counted_apart_and_twice_where_they_stand_twice() {
    for (String transform : List.of("plain", "b64", "url1", "url1")) {
      LabelledRow row =
          new LabelledRow("evasions-1", "evasions", "sqli", true, "x", transform, "' or 1=1");
      rows.add(new JudgedRow(row, !transform.equals("b64"), "sqli", 1));
    }

    assertThat(score().evasions())
        .containsEntry("b64", new Rate(0, 1))
        .containsEntry("url1", new Rate(1, 2));
    assertThat(score().evaded(true)).isEqualTo(new Rate(0.75, 4));
    assertThat(score().evaded(false)).isEqualTo(new Rate(1, 3));
    assertThat(score().refused("sqli").rows()).isZero();
  }

  @Test
  void a_class_is_named_rightly_or_not_where_the_row_is_refused() {
    add("nosql", "a", 2, 3);
    LabelledRow row = new LabelledRow("a-9", "a", "nosql", true, "y", "-", "[$ne]=1;id");
    rows.add(new JudgedRow(row, true, "cmdi", 1));
    rows.add(
        new JudgedRow(
            new LabelledRow("a-10", "a", "nosql", true, "z", "-", "{"), false, "cmdi", 0.3));

    assertThat(score().named("nosql").rows()).isEqualTo(3);
    assertThat(score().named("nosql").value()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void a_percentage_has_two_decimals_and_a_tie_goes_to_the_even_one() {
    assertThat(Rate.percent(0.5)).isEqualTo("50.00");
    assertThat(Rate.percent(1 / 3.0)).isEqualTo("33.33");
    assertThat(Rate.percent(0.00125)).isEqualTo("0.12");
    assertThat(Rate.percent(Double.NaN)).isEqualTo("-");
  }
}
