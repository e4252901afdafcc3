package dev.rampart.local.stack;

/** Why a run did not start: one line that names the thing. */
public final class RunFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** A failure with its one line. */
  public RunFailure(String message) {
    super(message);
  }

  /** A failure with its one line and what brought it about. */
  public RunFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
