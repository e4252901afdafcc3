package dev.rampart.local.gateway;

import java.util.Optional;

/** One check on the way to the integration. Called by many threads at once. */
@FunctionalInterface
public interface Gate {

  /** Returns why the exchange ends here; empty to let it pass. */
  Optional<Refusal> judge(Exchange exchange);

  /** A place where nothing is checked yet. */
  static Gate open() {
    return _ -> Optional.empty();
  }
}
