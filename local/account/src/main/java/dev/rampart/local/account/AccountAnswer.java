package dev.rampart.local.account;

/**
 * What an account answered.
 *
 * @param mend the command that mends it; an empty text if nothing has to be done
 */
record AccountAnswer(Outcome outcome, String found, String mend) {

  static AccountAnswer ok(String found) {
    return new AccountAnswer(Outcome.OK, found, "");
  }

  static AccountAnswer hint(String found, String mend) {
    return new AccountAnswer(Outcome.HINT, found, mend);
  }

  static AccountAnswer unknown(String found, String mend) {
    return new AccountAnswer(Outcome.UNKNOWN, found, mend);
  }

  static AccountAnswer failed(String found, String mend) {
    return new AccountAnswer(Outcome.FAILED, found, mend);
  }
}
