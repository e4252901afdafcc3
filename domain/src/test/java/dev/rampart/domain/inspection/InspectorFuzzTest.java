package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rampart.domain.inspection.text.WordHash;
import dev.rampart.domain.inspection.token.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What holds for every value whatever it is. A normal build tries the inputs beside the resources
 * of this class; {@code benchmarks/inspection fuzz} looks for others, guided by coverage.
 */
final class InspectorFuzzTest {

  private static final char HIDDEN = '…';

  @FuzzTest
  void any_text_gets_one_verdict_that_keeps_its_promises(byte[] utf8) {
    judge(new String(utf8, StandardCharsets.UTF_8));
  }

  /** Pairs of bytes as characters: the only way to halves of surrogate pairs. */
  @FuzzTest
  void any_characters_get_one_verdict_that_keeps_its_promises(byte[] utf16) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i + 1 < utf16.length; i += 2) {
      value.append((char) (((utf16[i] & 0xff) << 8) | (utf16[i + 1] & 0xff)));
    }
    judge(value.toString());
  }

  private static void judge(String value) {
    boolean text = isText(value);
    for (FieldKind kind : FieldKind.values()) {
      Verdict verdict = Inspected.INSPECTOR.inspect(kind, value);
      assertThat(verdict.score()).isBetween(0.0, 1.0);
      boolean malformed = verdict.equals(new Verdict.Unjudged(Limit.MALFORMED));
      assertThat(malformed).as("half a surrogate pair").isNotEqualTo(text);
      switch (verdict) {
        case Verdict.Clean() -> assertThat(verdict.refusedIn(kind)).isFalse();
        case Verdict.Suspect(List<Evidence> evidence) -> check(evidence, value);
        case Verdict.Unjudged(Limit limit) -> check(limit, value);
      }
    }
    Verdict first = Inspected.prose(value);
    assertThat(Inspected.prose(value)).as("the same verdict twice").isEqualTo(first);
    assertThat(first.sentence()).isNotEmpty();
  }

  private static boolean isText(String value) {
    return StandardCharsets.UTF_16BE.newEncoder().canEncode(value);
  }

  private static void check(Limit limit, String value) {
    switch (limit) {
      case LENGTH -> assertThat(value.length()).isGreaterThan(Inspector.CHARS_MAX);
      case ENCODING ->
          assertThat(value.chars())
              .as("nothing is encoded")
              .anyMatch(c -> "%&\\+0".indexOf(c) >= 0 || c > 0x7f);
      case MALFORMED -> assertThat(isText(value)).isFalse();
    }
  }

  private static void check(List<Evidence> evidence, String value) {
    Set<Attack> attacks = new HashSet<>();
    double score = 1.0;
    for (Evidence one : evidence) {
      assertThat(attacks.add(one.attack())).as("one piece of evidence a class").isTrue();
      assertThat(one.score()).as("strongest first").isGreaterThan(0).isLessThanOrEqualTo(score);
      score = one.score();
      assertThat(one.start()).isBetween(0, one.end());
      assertThat(one.end()).isLessThanOrEqualTo(value.length());
      assertThat(one.rule()).isNotEmpty();
      checkRedacted(one.excerpt());
    }
  }

  private static void checkRedacted(String excerpt) {
    assertThat(excerpt.length()).isLessThanOrEqualTo(Evidence.EXCERPT_CHARS_MAX);
    assertThat(isText(excerpt)).as("an excerpt cut inside a character").isTrue();
    boolean cut = excerpt.length() == Evidence.EXCERPT_CHARS_MAX;
    int start = 0;
    for (int i = 0; i <= excerpt.length(); i++) {
      if (i == excerpt.length() || !isRunPart(excerpt.charAt(i))) {
        if (i > start && !(cut && i == excerpt.length())) {
          String run = excerpt.substring(start, i);
          assertThat(Vocabulary.isKnown(WordHash.of(run))).as("%s is no keyword", run).isTrue();
        }
        start = i + 1;
      }
    }
  }

  private static boolean isRunPart(char c) {
    return c != HIDDEN && (Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c));
  }
}
