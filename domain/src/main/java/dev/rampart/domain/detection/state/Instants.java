package dev.rampart.domain.detection.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** The times as of which a state is judged. */
final class Instants {
  private Instants() {}

  /** Returns the features as of each of them; a loop, as it is asked for with every signal. */
  static <F> List<F> features(long[] instants, LongFunction<F> asOf) {
    List<F> all = new ArrayList<>(instants.length);
    for (long instant : instants) {
      all.add(asOf.apply(instant));
    }
    return all;
  }
}
