package dev.rampart.local.host;

/** A function that cannot be run; the message is one line that names what is missing. */
public final class BrokenFunction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenFunction(String function, String reason) {
    super("Function " + function + ": " + reason);
  }
}
