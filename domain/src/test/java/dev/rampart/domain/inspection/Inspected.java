package dev.rampart.domain.inspection;

import dev.rampart.domain.inspection.grammar.Indicator;
import dev.rampart.domain.inspection.model.Scanner;
import java.util.EnumSet;
import java.util.Set;

/** Shorthands for tests: one inspector, values as free text. */
final class Inspected {

  static final Inspector INSPECTOR = Inspector.standard();

  private Inspected() {}

  static Verdict prose(String value) {
    return INSPECTOR.inspect(FieldKind.PROSE, value);
  }

  static boolean isRefused(String value) {
    return prose(value).refusedIn(FieldKind.PROSE);
  }

  /** Returns the indicators found after any round of decoding. */
  static Set<Indicator> indicators(String value) {
    Set<Indicator> all = EnumSet.noneOf(Indicator.class);
    boolean _ =
        new Scanner()
            .scan(
                value,
                (_, found, from, to, _) -> {
                  for (int i = from; i < to; i++) {
                    all.add(found.at(i));
                  }
                });
    return all;
  }
}
