package dev.rampart.local.tables.storage;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/**
 * The file of a store, which outlives a disk that cannot be written.
 *
 * <p>An MVStore closes itself for good when one write to its file fails. This file never fails:
 * what cannot be written is held back in memory, where reads find it, and written later, in order.
 * The store asks with {@link #writeHeldBack} whether all has been written, and takes no further
 * change until it has, so never more than one commit is held back. If the process ends meanwhile,
 * the file is as after the last whole commit.
 *
 * <p>The file does not shrink while it is in use. Shrinking forces all bytes to the device first,
 * which takes a tenth of a second and more; the space is used again in any case.
 */
final class DataFile extends SingleFileStore {
  private static final System.Logger LOG = System.getLogger(DataFile.class.getName());

  // Each commit writes the changed pages whole, so small pages keep small writes small.
  private static final int PAGE_BYTES = 4096;

  // The operating system keeps what was read. Pages that a larger cache keeps as well grow old
  // before they are replaced, and then it takes a collection of the whole heap to be rid of them,
  // which stops everything for a tenth of a second.
  private static final int CACHE_MEGABYTES = 1;

  private final HeldBackWrites heldBack = new HeldBackWrites();
  private volatile boolean closing;

  private DataFile() {
    super(Map.of("pageSplitSize", PAGE_BYTES, "cacheSize", CACHE_MEGABYTES));
  }

  /**
   * Opens a file, which is made if it does not exist.
   *
   * @throws MVStoreException if the file cannot be opened, or another process has it open
   */
  static DataFile open(String name) {
    DataFile file = new DataFile();
    file.open(name, false, (char[]) null);
    return file;
  }

  /** Writes what was held back; returns the cause if that fails again. */
  synchronized Optional<String> writeHeldBack() {
    if (heldBack.isEmpty()) {
      return Optional.empty();
    }
    try {
      heldBack.forEach(write -> super.writeFully(null, write.position(), write.bytes()));
      heldBack.clear();
      return Optional.empty();
    } catch (MVStoreException e) {
      return Optional.of(cause(e));
    }
  }

  /** Allows the file to shrink and to be forced to the device, which its last steps do. */
  void closeSoon() {
    closing = true;
  }

  @Override
  protected synchronized void writeFully(SFChunk chunk, long position, ByteBuffer bytes) {
    ByteBuffer copy = bytes.duplicate();
    try {
      if (heldBack.isEmpty()) {
        super.writeFully(chunk, position, bytes);
        return;
      }
    } catch (MVStoreException e) {
      LOG.log(System.Logger.Level.DEBUG, "A write to the data file failed", e);
    }
    setSize(Math.max(size(), position + copy.remaining()));
    heldBack.add(position, copy);
    bytes.position(bytes.limit());
  }

  @Override
  public ByteBuffer readFully(SFChunk chunk, long position, int length) {
    return heldBack
        .find(position, length)
        .orElseGet(() -> super.readFully(chunk, position, length));
  }

  @Override
  protected void shrinkStoreIfPossible(int percentMin) {
    if (closing) {
      super.shrinkStoreIfPossible(percentMin);
    }
  }

  @Override
  public void sync() {
    if (closing) {
      ignoringFailure(super::sync);
    }
  }

  @Override
  public synchronized void truncate(long size) {
    if (heldBack.isEmpty()) {
      ignoringFailure(() -> super.truncate(size));
    }
  }

  private static void ignoringFailure(Runnable lastStep) {
    try {
      lastStep.run();
    } catch (MVStoreException e) {
      LOG.log(System.Logger.Level.WARNING, "The data file was not closed cleanly: {0}", cause(e));
    }
  }

  /** Returns why the operating system refused a write, in its words. */
  private static String cause(MVStoreException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
