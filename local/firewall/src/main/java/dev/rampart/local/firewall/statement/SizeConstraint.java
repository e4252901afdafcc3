package dev.rampart.local.firewall.statement;

import java.util.Map;
import java.util.function.IntPredicate;

/** Compares the size of a component, in bytes after the transformations, with a number. */
public record SizeConstraint(Inspected inspected, Comparison comparison, int size)
    implements RuleStatement {

  /** How two sizes are compared. */
  public enum Comparison {
    EQ,
    NE,
    LE,
    LT,
    GE,
    GT;

    static final Map<String, Comparison> BY_NAME =
        Map.of("EQ", EQ, "NE", NE, "LE", LE, "LT", LT, "GE", GE, "GT", GT);

    private IntPredicate with(int size) {
      return switch (this) {
        case EQ -> length -> length == size;
        case NE -> length -> length != size;
        case LE -> length -> length <= size;
        case LT -> length -> length < size;
        case GE -> length -> length >= size;
        case GT -> length -> length > size;
      };
    }
  }

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    IntPredicate condition = comparison.with(size);
    return inspected.any(evaluation, text -> condition.test(text.length()));
  }

  @Override
  public int capacity() {
    return inspected.capacity(1);
  }
}
