package dev.rampart.domain.port.out;

/** What stands behind a port does not answer, or not in time. Trying again later may help. */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the port and says what went wrong, without data of a request. */
  public PortUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /** As the other, where nothing was thrown. */
  public PortUnavailable(String message) {
    super(message);
  }
}
