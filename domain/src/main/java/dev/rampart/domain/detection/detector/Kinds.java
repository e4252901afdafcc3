package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTHZ_DENY;
import static dev.rampart.domain.detection.signal.SignalKind.NOT_FOUND;
import static dev.rampart.domain.detection.signal.SignalKind.ROUTE_UNKNOWN;
import static dev.rampart.domain.detection.signal.SignalKind.TOKEN_INVALID;
import static dev.rampart.domain.detection.signal.SignalKind.VALIDATION;

import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Sets of kinds that several detectors count; their order is fixed, so sums are too. */
final class Kinds {
  /** What honest clients hardly ever do. */
  static final Set<SignalKind> HOSTILE = hostile();

  /** What goes wrong for honest clients too. */
  static final Set<SignalKind> MISTAKES =
      Collections.unmodifiableSet(
          EnumSet.of(ROUTE_UNKNOWN, NOT_FOUND, AUTHZ_DENY, VALIDATION, TOKEN_INVALID));

  /** All that a prober causes. */
  static final Set<SignalKind> PROBING = union(HOSTILE, MISTAKES);

  /** Objects that the caller may not see, whether they exist or not. */
  static final Set<SignalKind> OBJECTS =
      Collections.unmodifiableSet(EnumSet.of(NOT_FOUND, AUTHZ_DENY));

  private Kinds() {}

  private static Set<SignalKind> hostile() {
    EnumSet<SignalKind> kinds = EnumSet.allOf(SignalKind.class);
    kinds.removeIf(kind -> !kind.isHostile());
    return Collections.unmodifiableSet(kinds);
  }

  private static Set<SignalKind> union(Set<SignalKind> some, Set<SignalKind> others) {
    EnumSet<SignalKind> all = EnumSet.copyOf(some);
    all.addAll(others);
    return Collections.unmodifiableSet(all);
  }
}
