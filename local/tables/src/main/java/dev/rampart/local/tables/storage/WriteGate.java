package dev.rampart.local.tables.storage;

import java.util.Optional;

/**
 * Lets writes through while the data file can be written. Logs once when that ends and once when it
 * is possible again. Used by one writer at a time, but for {@link #refusal()}.
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

  /** Returns the words in which a write would be refused now; empty if it would not be. */
  Optional<String> refusal() {
    return file.writeHeldBack().or(disk::obstacle).map(this::refusal);
  }

  /** Refuses a write that the file could not take. */
  void requireOpen() {
    decide(refusal());
  }

  /** Refuses a write that was committed but did not reach the file. */
  void requireWritten() {
    decide(file.writeHeldBack().map(this::refusal));
  }

  private String refusal(String obstacle) {
    return "%s cannot be written: %s. Writes are refused until that is mended; reads go on."
        .formatted(disk.file(), obstacle);
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

  private void decide(Optional<String> refusal) {
    if (refusal.isPresent()) {
      if (open) {
        LOG.log(System.Logger.Level.WARNING, refusal.get());
      }
      open = false;
      throw new StorageException(refusal.get());
    }
    if (!open) {
      LOG.log(System.Logger.Level.INFO, "{0} can be written again.", disk.file());
    }
    open = true;
  }
}
