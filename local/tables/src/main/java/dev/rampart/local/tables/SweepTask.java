package dev.rampart.local.tables;

import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.tables.storage.StorageException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sweeps, and survives whatever that throws: a schedule ends with the first exception or error it
 * sees. No loop runs it, since closing a loop interrupts it, and an interrupt in the middle of a
 * write closes the file of the store.
 */
final class SweepTask {
  private final Sweeper sweeper;
  private final FaultTracker faults;

  /**
   * Creates a task.
   *
   * @param clock dates the faults
   */
  SweepTask(Sweeper sweeper, InstantSource clock) {
    this.sweeper = sweeper;
    this.faults = new FaultTracker("The removal of expired items", clock);
  }

  void run() {
    try {
      var _ = sweeper.sweep();
      faults.succeeded();
    } catch (StorageException _) {
      // The store has said so already; what has expired is removed when it can be written again.
    } catch (Throwable failure) {
      faults.failed(failure);
    }
  }

  /** Returns why nothing is swept at present; empty if the last sweep worked. */
  Optional<Fault> fault() {
    return faults.current();
  }
}
