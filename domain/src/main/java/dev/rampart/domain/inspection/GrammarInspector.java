package dev.rampart.domain.inspection;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The inspector over grammars: plain values of a typed field pass unread; all others are decoded,
 * read by the lexer, searched for {@link Sign signs}, and weighed by the {@link Model} where there
 * are any.
 */
final class GrammarInspector implements Inspector {

  private static final Verdict CLEAN = new Verdict.Clean();

  private final Model model;

  /** Buffers at rest. Whoever finds none makes new ones, so no caller ever waits. */
  private final AtomicReference<@Nullable Reading> idle = new AtomicReference<>();

  GrammarInspector(Model model) {
    this.model = model;
  }

  @Override
  public Verdict inspect(FieldKind kind, String value) {
    if (value.length() > CHARS_MAX) {
      return new Verdict.Unjudged(Limit.LENGTH);
    }
    if (PlainValue.fits(kind, value)) {
      return CLEAN;
    }
    Reading taken = idle.getAndSet(null);
    Reading reading = taken == null ? new Reading() : taken;
    Suspicion suspicion = new Suspicion(model, kind);
    boolean wellFormed = reading.read(value, suspicion);
    boolean deeper = reading.isDeeper();
    if (reading.isWorthKeeping()) {
      idle.set(reading);
    }
    if (!wellFormed) {
      return new Verdict.Unjudged(Limit.MALFORMED);
    }
    List<Evidence> evidence = suspicion.evidence();
    if (deeper && (evidence.isEmpty() || evidence.getFirst().score() < kind.refusedFrom())) {
      return new Verdict.Unjudged(Limit.ENCODING);
    }
    return evidence.isEmpty() ? CLEAN : new Verdict.Suspect(evidence);
  }
}
