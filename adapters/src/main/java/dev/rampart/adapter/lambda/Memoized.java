package dev.rampart.adapter.lambda;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first asked for, and kept. If that fails, the next call tries
 * again.
 */
public final class Memoized<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private @Nullable T made;

  /** Asks the maker when the value is first needed. */
  public Memoized(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T value = made;
    if (value == null) {
      value = maker.get();
      made = value;
    }
    return value;
  }
}
