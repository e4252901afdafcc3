package dev.rampart.local.identity.token;

/** The function before a token failed, or answered what cannot be applied. */
public final class TriggerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The message goes to the client. */
  public TriggerException(String message) {
    super(message);
  }
}
