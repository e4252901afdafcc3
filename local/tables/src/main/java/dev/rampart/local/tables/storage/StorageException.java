package dev.rampart.local.tables.storage;

/**
 * A write that cannot be kept, since the data file cannot be written. Reads go on, and writes work
 * again as soon as the cause is gone. The message names the cause and what to do.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StorageException(String message) {
    super(message, null, false, false);
  }
}
