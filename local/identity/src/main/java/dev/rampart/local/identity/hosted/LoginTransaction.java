package dev.rampart.local.identity.hosted;

import java.time.Instant;

/**
 * One sign-in under way in one browser.
 *
 * @param browserSecret what the browser holds as a cookie; nobody else can go on
 * @param csrf what the form holds; a page elsewhere cannot know it
 */
record LoginTransaction(
    String id,
    String browserSecret,
    String csrf,
    AuthorizationRequest request,
    Stage stage,
    Instant expires) {

  /** How far it has come. */
  sealed interface Stage {
    /**
     * Name and password.
     *
     * @param recovered whether the password has just been set anew
     */
    record Password(boolean recovered) implements Stage {}

    /** The code that was sent to somebody who forgot the password, and a new password. */
    record ForgottenPassword(String name) implements Stage {}

    /**
     * A new password in place of a temporary one.
     *
     * @param sub whose password was right: another user may get the name meanwhile
     */
    record NewPassword(String sub) implements Stage {}

    /**
     * A first code of a new authenticator app.
     *
     * @param sub whose password was right
     * @param name what the app calls the account
     */
    record SetUpToken(String sub, String name, String secret) implements Stage {}

    /**
     * A code of the authenticator app.
     *
     * @param sub whose password was right
     */
    record OneTimeCode(String sub) implements Stage {}
  }

  LoginTransaction at(Stage next) {
    return new LoginTransaction(id, browserSecret, csrf, request, next, expires);
  }

  @Override
  public String toString() {
    return "LoginTransaction[***]";
  }
}
