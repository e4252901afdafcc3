package dev.rampart.local.events.bus;

import java.util.Optional;

/** Says whether queues take what rules send. Called by many threads at once. */
@FunctionalInterface
public interface DeliveryPermission {
  /** Returns why a queue refuses what a rule sends; empty if it takes it. */
  Optional<String> refusal(String ruleArn, String queueArn);

  /** Returns the permission to send everything everywhere. */
  static DeliveryPermission everything() {
    return (_, _) -> Optional.empty();
  }
}
