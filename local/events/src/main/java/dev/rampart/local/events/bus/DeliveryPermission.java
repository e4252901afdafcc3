package dev.rampart.local.events.bus;

import java.util.Optional;

/** Says what EventBridge may do for rules and buses. Called by many threads at once. */
@FunctionalInterface
public interface DeliveryPermission {
  /**
   * Returns why a queue refuses what EventBridge sends; empty if it takes it.
   *
   * @param sourceArn of the rule, or of the bus that sends to its dead-letter queue
   */
  Optional<String> refusal(String sourceArn, String queueArn);

  /**
   * Returns why EventBridge may not use the key of a bus; empty if it may, and if the bus has none.
   */
  default Optional<String> keyRefusal(String busArn) {
    return Optional.empty();
  }

  /** Returns the permission to send everything everywhere. */
  static DeliveryPermission everything() {
    return (_, _) -> Optional.empty();
  }
}
