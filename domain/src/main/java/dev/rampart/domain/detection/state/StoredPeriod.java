package dev.rampart.domain.detection.state;

/** Numbers of periods of which only the last digits are stored, in base 36. */
final class StoredPeriod {
  private static final int RADIX = Character.MAX_RADIX;

  private StoredPeriod() {}

  /** Returns the last digits of a number. */
  static String lastDigits(long period, int digits) {
    String all = Long.toString(period, RADIX);
    return all.substring(Math.max(0, all.length() - digits));
  }

  /** Returns the number with these last digits, in base 36, that is the nearest to another. */
  static String of(String lastDigits, int digits, long near) {
    return Long.toString(number(lastDigits, digits, near), RADIX);
  }

  /** Returns the number with these last digits that is the nearest to another. */
  static long number(String lastDigits, int digits, long near) {
    long turn = 1;
    for (int i = 0; i < digits; i++) {
      turn *= RADIX;
    }
    long ahead = Math.floorMod(Long.parseLong(lastDigits, RADIX) - near, turn);
    return near + (ahead > turn - ahead ? ahead - turn : ahead);
  }
}
