package dev.rampart.local.identity.client;

/** A sign-in that did not end in tokens; the message says at which step and why. */
public final class SignInException extends Exception {
  private static final long serialVersionUID = 1L;

  SignInException(String message) {
    super(message);
  }
}
