package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class InspectorPropertyTest {

  /** Text in which the pieces of many grammars meet at random. */
  @Provide
  Arbitrary<String> mixtures() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "'",
            "\"",
            "`",
            "<",
            ">",
            "/",
            "\\",
            "..",
            "%",
            "%27",
            "%u0027",
            "%c0%af",
            "&#39;",
            "&lt",
            "\\u0027",
            "\\x27",
            "${",
            "{{",
            "}}",
            "(",
            ")",
            ";",
            "|",
            "&&",
            "--",
            "/*",
            "*/",
            "or",
            "select",
            "union",
            "script",
            "onerror=",
            "javascript:",
            "cat",
            "etc",
            "passwd",
            "jndi:",
            "http://",
            "127.0.0.1",
            "[$ne]",
            "=",
            "1",
            "0x31",
            "a",
            " ",
            "\n",
            "\0",
            "é",
            "\ufeff",
            "😀",
            "＜",
            "１");
    return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
  }

  @Property(tries = 400)
  void any_text_gets_a_verdict_whose_spans_lie_in_it(@ForAll("mixtures") String value) {
    for (FieldKind kind : FieldKind.values()) {
      Verdict verdict = Inspected.INSPECTOR.inspect(kind, value);
      assertThat(verdict.score()).isBetween(0.0, 1.0);
      if (verdict instanceof Verdict.Suspect(List<Evidence> evidence)) {
        for (Evidence one : evidence) {
          assertThat(one.start()).isBetween(0, one.end());
          assertThat(one.end()).isLessThanOrEqualTo(value.length());
        }
      }
    }
  }

  @Property(tries = 300)
  void any_characters_at_all_get_a_verdict(@ForAll String value) {
    assertThat(Inspected.prose(value).score()).isBetween(0.0, 1.0);
  }

  @Property(tries = 200)
  void the_verdict_does_not_depend_on_what_was_inspected_before(
      @ForAll("mixtures") String first, @ForAll("mixtures") String second) {
    Verdict fresh = Inspector.standard().inspect(FieldKind.PROSE, second);
    Inspector used = Inspector.standard();
    assertThat(used.inspect(FieldKind.PROSE, first)).isNotNull();
    assertThat(used.inspect(FieldKind.PROSE, second)).isEqualTo(fresh);
  }

  @Property(tries = 200)
  void a_sentence_never_repeats_a_long_run_of_the_value(@ForAll("mixtures") String value) {
    String secret = "zq7x" + value.length() + "kkw9";
    assertThat(Inspected.prose(value + " " + secret).sentence()).doesNotContain(secret);
  }
}
