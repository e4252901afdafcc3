package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CanonicalFormTest {

  @Test
  void evidence_points_at_the_original_text_and_names_the_steps() {
    String value = "harmless%20words %27%20or%201%3D1--";
    Verdict.Suspect verdict = (Verdict.Suspect) Inspected.prose(value);
    Evidence evidence = verdict.evidence().getFirst();
    assertThat(value.substring(evidence.start(), evidence.end())).contains("%27%20or%201%3D1--");
    assertThat(evidence.encodings()).isEqualTo(List.of(Encoding.URL));
  }

  @Test
  void evidence_in_the_clear_took_no_steps() {
    Verdict.Suspect verdict = (Verdict.Suspect) Inspected.prose("' or 1=1--");
    assertThat(verdict.evidence().getFirst().encodings()).isEmpty();
  }

  @Test
  void three_rounds_are_undone_and_a_fourth_is_not_judged() {
    String once = "%27%20or%201%3D1--";
    String thrice = once.replace("%", "%25").replace("%", "%25");
    assertThat(Inspected.prose(thrice)).isInstanceOf(Verdict.Suspect.class);
    String deeper = "100".concat("%2525252541");
    assertThat(Inspected.prose(deeper)).isEqualTo(new Verdict.Unjudged(Limit.ENCODING));
  }

  @Test
  void the_longest_value_is_judged_and_a_longer_one_is_not_clean() {
    String longest = "a ".repeat(Inspector.CHARS_MAX / 2);
    assertThat(Inspected.prose(longest)).isEqualTo(new Verdict.Clean());
    assertThat(Inspected.prose(longest + "a")).isEqualTo(new Verdict.Unjudged(Limit.LENGTH));
  }

  @Test
  void half_a_surrogate_pair_is_not_judged_and_a_whole_one_is() {
    assertThat(Inspected.prose("a\ud83d")).isEqualTo(new Verdict.Unjudged(Limit.MALFORMED));
    assertThat(Inspected.prose("\ude00a")).isEqualTo(new Verdict.Unjudged(Limit.MALFORMED));
    assertThat(Inspected.prose("a\ud83d\ude00")).isEqualTo(new Verdict.Clean());
  }

  @Test
  void the_excerpt_shows_grammar_and_hides_content() {
    Verdict.Suspect verdict =
        (Verdict.Suspect) Inspected.prose("' or password='hunter2' and card=4111 --");
    String excerpt = verdict.evidence().getFirst().excerpt();
    assertThat(excerpt)
        .contains("' or ")
        .contains("…")
        .doesNotContain("hunter")
        .doesNotContain("4111");
    assertThat(verdict.sentence()).doesNotContain("hunter").doesNotContain("4111");
  }

  @Test
  void an_excerpt_is_never_longer_than_what_an_event_may_carry() {
    Verdict.Suspect verdict = (Verdict.Suspect) Inspected.prose("' or 1=1 or ".repeat(60) + "--");
    assertThat(verdict.evidence().getFirst().excerpt().length())
        .isLessThanOrEqualTo(Evidence.EXCERPT_CHARS_MAX);
  }
}
