package dev.rampart.adapter.out.dynamodb;

import java.util.Arrays;
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
    return Arrays.stream(constants)
        .filter(constant -> wireName.apply(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("item with an unknown " + name));
  }
}
