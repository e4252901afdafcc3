package dev.rampart.adapter.out.dynamodb;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Constants by the names under which they are stored. */
final class WireNames {
  private WireNames() {}

  /**
   * Returns the constant of a name.
   *
   * @throws IllegalStateException if there is none
   */
  static <T> T of(T[] constants, Function<T, String> wireName, String name) {
    return find(constants, wireName, name)
        .orElseThrow(() -> new IllegalStateException("item with an unknown " + name));
  }

  /** Returns the constant of a name; empty if this release does not have it. */
  static <T> Optional<T> find(T[] constants, Function<T, String> wireName, String name) {
    return Arrays.stream(constants)
        .filter(constant -> wireName.apply(constant).equals(name))
        .findFirst();
  }
}
