package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a gate reported a signal.
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

  /** Returns no evidence: the detection point is enough. */
  public static SignalEvidence none() {
    return NONE;
  }

  /** Returns what the inspector found in one field. */
  public static SignalEvidence injection(
      String field, String attackClass, double score, Optional<Excerpt> excerpt) {
    return new SignalEvidence(
        Optional.of(field),
        Optional.of(attackClass),
        OptionalDouble.of(score),
        excerpt,
        Optional.empty());
  }

  /** Returns what the inspector said of one field; only what it could judge has an excerpt. */
  public static SignalEvidence injection(String field, Verdict verdict) {
    String excerpt =
        verdict instanceof Verdict.Suspect(List<Evidence> evidence)
            ? evidence.getFirst().excerpt()
            : "";
    String attackClass = verdict.attack().orElse(Attack.OTHER).wireName();
    return injection(field, attackClass, verdict.score(), Excerpt.parse(excerpt));
  }

  /** Returns the rule that one field violated, such as {@code too-long}. */
  public static SignalEvidence violation(String field, String rule) {
    return new SignalEvidence(
        Optional.of(field),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(rule));
  }

  /** Returns the rule that the request as a whole matched. */
  public static SignalEvidence rule(String rule) {
    return new SignalEvidence(
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.of(rule));
  }
}
