package dev.rampart.local.stack.health;

/** Finds out how a run is doing. */
@FunctionalInterface
public interface HealthCheck {

  /** Returns how everything is doing that was started up to now. */
  Health health() throws InterruptedException;
}
