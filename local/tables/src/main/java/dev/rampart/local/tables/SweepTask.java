package dev.rampart.local.tables;

import dev.rampart.local.tables.storage.StorageException;

/** Sweeps again and again, whatever happens: a schedule ends with the first exception it sees. */
final class SweepTask {
  private static final System.Logger LOG = System.getLogger(SweepTask.class.getName());

  private final Sweeper sweeper;
  private boolean failing;

  SweepTask(Sweeper sweeper) {
    this.sweeper = sweeper;
  }

  void run() {
    try {
      var _ = sweeper.sweep();
      failing = false;
    } catch (StorageException _) {
      // The store has said so already; what has expired is removed when it can be written again.
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(
            System.Logger.Level.ERROR,
            "Expired items could not be removed. This is tried again every second.",
            e);
      }
      failing = true;
    }
  }
}
