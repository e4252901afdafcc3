package dev.rampart.local.logs.delivery;

/** Takes deliveries for functions, and sees to it by itself that they arrive. */
@FunctionalInterface
public interface LogDestination {
  /**
   * Takes one delivery.
   *
   * @param event the event as JSON
   * @return whether there was room for it; if not, it is to be offered again
   */
  boolean offer(String functionArn, byte[] event);
}
