package dev.rampart.domain.inspection;

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
}
