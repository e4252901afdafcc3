package dev.rampart.domain.port.out;

/** Thrown if what is behind a port does not answer, or not in time. Trying again later may help. */
public final class PortUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what went wrong.
   *
   * @param message names the port, and holds no data of a request
   */
  public PortUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what went wrong if nothing was thrown. */
  public PortUnavailable(String message) {
    super(message);
  }
}
