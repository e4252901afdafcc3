package dev.rampart.domain.inspection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a value is suspect.
 *
 * @param attack the class of injection
 * @param score how sure the inspector is, 0 to 1
 * @param rule what was recognised: a short, stable name such as {@code sql.tautology}
 * @param encodings the encodings that hid it and were undone; empty if it stood in the clear
 * @param start the first character of the matched span, in the value as it came
 * @param end the character after the span's last
 * @param excerpt the span with every run of letters or digits that is no keyword of the inspector
 *     replaced by {@code …}; {@link #EXCERPT_CHARS_MAX} characters at most
 */
public record Evidence(
    Attack attack,
    double score,
    String rule,
    List<Encoding> encodings,
    int start,
    int end,
    String excerpt) {

  public static final int EXCERPT_CHARS_MAX = 120;

  public Evidence {
    if (!(score > 0 && score <= 1)) {
      throw new IllegalArgumentException("score outside (0, 1]: " + score);
    }
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
    if (excerpt.length() > EXCERPT_CHARS_MAX) {
      throw new IllegalArgumentException("excerpt too long: " + excerpt.length());
    }
    encodings = List.copyOf(encodings);
  }

  /** One sentence for people. Holds nothing of the value but the redacted excerpt. */
  public String sentence() {
    String hidden =
        encodings.isEmpty()
            ? ""
            : encodings.stream()
                .map(Encoding::title)
                .collect(Collectors.joining(", ", " behind ", ""));
    return String.format(
        Locale.ROOT,
        "Characters %d to %d look like %s%s (%s, %.2f): %s",
        start,
        end,
        attack.title(),
        hidden,
        rule,
        score,
        excerpt);
  }
}
