package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.settings.PoolSettings.SoftwareToken;

/** What stands between a user whose password was right and the tokens. */
public enum NextStep {
  NEW_PASSWORD,
  SET_UP_TOKEN,
  ONE_TIME_CODE,
  DONE;

  /**
   * Returns the step to take next.
   *
   * @param codeGiven whether a one-time code was accepted in this sign-in
   */
  public static NextStep of(User user, SoftwareToken wanted, boolean codeGiven) {
    if (user.mustChangePassword()) {
      return NEW_PASSWORD;
    }
    if (codeGiven || wanted == SoftwareToken.OFF) {
      return DONE;
    }
    if (user.hasToken()) {
      return ONE_TIME_CODE;
    }
    return wanted == SoftwareToken.REQUIRED ? SET_UP_TOKEN : DONE;
  }
}
