package dev.rampart.local.tables.storage;

import java.util.Optional;

/**
 * Lets writes through while the data file can be written. Logs once when that ends and once when it
 * is possible again. Used by one writer at a time.
 */
final class WriteGate {
  private static final System.Logger LOG = System.getLogger(WriteGate.class.getName());

  private final DataFile file;
  private final Disk disk;
  private boolean open = true;

  WriteGate(DataFile file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /** Refuses a write that the file could not take. */
  void requireOpen() {
    decide(file.writeHeldBack().or(disk::obstacle));
  }

  /** Refuses a write that was committed but did not reach the file. */
  void requireWritten() {
    decide(file.writeHeldBack());
  }

  /** Prepares for the end of the file's use. */
  void closeSoon() {
    file.closeSoon();
    file.writeHeldBack()
        .ifPresent(
            cause ->
                LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} is closed without the last refused write: {1}.",
                    disk.file(),
                    cause));
  }

  private void decide(Optional<String> obstacle) {
    if (obstacle.isPresent()) {
      String refusal =
          "%s cannot be written: %s. Writes are refused until that is mended; reads go on."
              .formatted(disk.file(), obstacle.get());
      if (open) {
        LOG.log(System.Logger.Level.WARNING, refusal);
      }
      open = false;
      throw new StorageException(refusal);
    }
    if (!open) {
      LOG.log(System.Logger.Level.INFO, "{0} can be written again.", disk.file());
    }
    open = true;
  }
}
