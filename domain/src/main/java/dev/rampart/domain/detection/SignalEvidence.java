package dev.rampart.domain.detection;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a gate spoke up.
 *
 * @param field JSON pointer, or name of the header or parameter
 * @param attackClass the inspector's class, such as {@code sqli}
 * @param score how sure the gate was, 0 to 1
 * @param rule the rule that matched: of the web ACL, of the schema, of a path class
 */
public record SignalEvidence(
    Optional<String> field,
    Optional<String> attackClass,
    OptionalDouble score,
    Optional<Excerpt> excerpt,
    Optional<String> rule) {
  /** Longest text of any kind, in characters. */
  public static final int LENGTH_MAX = 256;

  private static final SignalEvidence NONE =
      new SignalEvidence(
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());

  public SignalEvidence {
    BoundedText.require("field", field, LENGTH_MAX);
    BoundedText.require("class", attackClass, LENGTH_MAX);
    BoundedText.require("rule", rule, LENGTH_MAX);
    if (score.isPresent() && !(score.getAsDouble() >= 0 && score.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("a score is 0 to 1");
    }
  }

  /** The point alone says it all. */
  public static SignalEvidence none() {
    return NONE;
  }

  /** What the inspector found in one field. */
  public static SignalEvidence injection(
      String field, String attackClass, double score, Excerpt excerpt) {
    return new SignalEvidence(
        Optional.of(field),
        Optional.of(attackClass),
        OptionalDouble.of(score),
        Optional.of(excerpt),
        Optional.empty());
  }

  /** A rule that one field broke, such as {@code too-long}. */
  public static SignalEvidence violation(String field, String rule) {
    return new SignalEvidence(
        Optional.of(field),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(rule));
  }

  /** A rule that the request as a whole met. */
  public static SignalEvidence rule(String rule) {
    return new SignalEvidence(
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(rule));
  }

  public SignalEvidence withExcerpt(Excerpt known) {
    return new SignalEvidence(field, attackClass, score, Optional.of(known), rule);
  }

  public SignalEvidence withField(String known) {
    return new SignalEvidence(Optional.of(known), attackClass, score, excerpt, rule);
  }
}
