package dev.rampart.domain.inspection;

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

  /** Returns the signs found in any layer of the value. */
  static Set<Sign> signs(String value) {
    EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
    var _ =
        new Reading()
            .read(
                value,
                (_, findings, from, to, _) -> {
                  for (int i = from; i < to; i++) {
                    signs.add(Sign.ALL[findings.sign[i]]);
                  }
                });
    return signs;
  }
}
