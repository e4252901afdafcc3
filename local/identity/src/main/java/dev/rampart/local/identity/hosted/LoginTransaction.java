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

    record NewPassword(String name) implements Stage {}

    record SetUpToken(String name, String secret) implements Stage {}

    record OneTimeCode(String name) implements Stage {}
  }

  LoginTransaction at(Stage next) {
    return new LoginTransaction(id, browserSecret, csrf, request, next, expires);
  }

  @Override
  public String toString() {
    return "LoginTransaction[***]";
  }
}
