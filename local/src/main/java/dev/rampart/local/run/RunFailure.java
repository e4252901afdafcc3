package dev.rampart.local.run;

/** Why a run did not start: one line that names the thing. */
public final class RunFailure extends Exception {
  private static final long serialVersionUID = 1L;

  RunFailure(String message) {
    super(message);
  }

  RunFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
