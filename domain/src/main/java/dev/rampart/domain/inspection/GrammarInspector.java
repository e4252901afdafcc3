package dev.rampart.domain.inspection;

import dev.rampart.domain.inspection.model.LearnedWeights;
import dev.rampart.domain.inspection.model.Scanner;
import dev.rampart.domain.inspection.model.Scorer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The inspector over grammars: plain values of a typed field pass unread; all others are decoded,
 * read as tokens, searched for indicators by the grammars, and scored by learned weights if there
 * are any.
 */
final class GrammarInspector implements Inspector {

  private static final Verdict CLEAN = new Verdict.Clean();

  private final LearnedWeights weights;

  /** A scanner at rest. A thread that finds none makes one, so no caller ever waits. */
  private final AtomicReference<@Nullable Scanner> idle = new AtomicReference<>();

  GrammarInspector(LearnedWeights weights) {
    this.weights = weights;
  }

  @Override
  public Verdict inspect(FieldKind kind, String value) {
    if (value.length() > CHARS_MAX) {
      return new Verdict.Unjudged(Limit.LENGTH);
    }
    if (FieldAllowlist.admits(kind, value)) {
      return CLEAN;
    }
    Scanner taken = idle.getAndSet(null);
    Scanner scanner = taken == null ? new Scanner() : taken;
    Scorer scorer = new Scorer(weights, kind);
    boolean wellFormed = scanner.scan(value, scorer);
    boolean stillEncoded = scanner.isStillEncoded();
    if (scanner.isWorthKeeping()) {
      idle.set(scanner);
    }
    if (!wellFormed) {
      return new Verdict.Unjudged(Limit.MALFORMED);
    }
    List<Evidence> evidence = scorer.evidence();
    if (stillEncoded && (evidence.isEmpty() || evidence.getFirst().score() < kind.refusedFrom())) {
      return new Verdict.Unjudged(Limit.ENCODING);
    }
    return evidence.isEmpty() ? CLEAN : new Verdict.Suspect(evidence);
  }
}
