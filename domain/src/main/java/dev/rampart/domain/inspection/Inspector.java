package dev.rampart.domain.inspection;

import dev.rampart.domain.inspection.model.LearnedWeights;

/**
 * Looks for injection in one parsed value. Pure, safe for use by many threads, linear in the length
 * of the value, and without exceptions whatever the value holds.
 */
public interface Inspector {

  /** Longer values are {@link Limit#LENGTH}: one Mi characters are judged. */
  int CHARS_MAX = 1 << 20;

  /** How often the inspector decodes before it gives up with {@link Limit#ENCODING}. */
  int ROUNDS_MAX = 3;

  /** Returns what a value of a field of this kind looks like. */
  Verdict inspect(FieldKind kind, String value);

  /** Returns the inspector that Rampart uses. Make one and keep it: it reuses its buffers. */
  static Inspector standard() {
    return new GrammarInspector(LearnedWeights.load());
  }
}
