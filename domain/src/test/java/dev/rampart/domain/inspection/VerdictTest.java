package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {

  private static final Evidence HALF_SURE =
      new Evidence(Attack.SQLI, 0.6, "sql.tautology", List.of(Encoding.URL), 3, 9, "' or …=…");

  @Test
  void a_score_at_the_fields_threshold_is_refused_and_one_below_is_not() {
    Verdict.Suspect verdict = new Verdict.Suspect(List.of(HALF_SURE));
    assertThat(verdict.refusedIn(FieldKind.PROSE)).isTrue();
    assertThat(verdict.refusedIn(FieldKind.CODE)).isFalse();
    assertThat(new Verdict.Clean().refusedIn(FieldKind.IDENTIFIER)).isFalse();
  }

  @Test
  void what_cannot_be_judged_is_refused_everywhere_and_says_why() {
    Verdict.Unjudged verdict = new Verdict.Unjudged(Limit.LENGTH);
    for (FieldKind kind : FieldKind.values()) {
      assertThat(verdict.refusedIn(kind)).isTrue();
    }
    assertThat(verdict.attack()).contains(Attack.OTHER);
    assertThat(verdict.sentence()).contains("longer than what can be judged");
  }

  @Test
  void a_suspicion_explains_itself_in_a_sentence() {
    assertThat(new Verdict.Suspect(List.of(HALF_SURE)).sentence())
        .isEqualTo(
            "Characters 3 to 9 look like SQL injection behind URL encoding (sql.tautology, 0.60): "
                + "' or …=…");
    assertThat(new Verdict.Clean().sentence()).isEqualTo("Nothing found.");
  }

  @Test
  void a_suspicion_without_evidence_cannot_be_made() {
    assertThatThrownBy(() -> new Verdict.Suspect(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_kind_of_field_is_found_by_its_keyword_and_nothing_else_is() {
    for (FieldKind kind : FieldKind.values()) {
      assertThat(FieldKind.of(kind.wireName())).contains(kind);
    }
    assertThat(FieldKind.of("Prose")).isEmpty();
  }
}
