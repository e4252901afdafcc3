package dev.rampart.local.tables.storage;

import dev.rampart.local.tables.value.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Named sorted maps in one MVStore.
 *
 * <p>Writers run one at a time, so what one {@link #write} does to several maps happens at once for
 * all others. On disk, the store is committed only between writes, and a write returns after the
 * commit that holds it: writers that arrive during a commit share the next one. A killed process
 * therefore leaves a file with whole writes only, among them every acknowledged one. Commits hand
 * the bytes to the operating system without forcing them to the device; a power failure may lose
 * the last seconds, never the consistency.
 *
 * <p>While the file cannot be written, writes are refused and reads go on; see {@link DataFile}. A
 * write that was under way when that began is refused too, but may show up nevertheless.
 */
public final class Store implements AutoCloseable {
  private static final String FILE = "tables.mv";
  // Compacting holds writers up for as long as it takes, so it is done often and a little at a
  // time.
  private static final int COMMITS_PER_COMPACTION = 50;
  private static final int FILL_PERCENT_MIN = 50;
  private static final int COMPACTION_BYTES = 256 * 1024;

  private final MVStore store;
  private final Optional<WriteGate> gate;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock committing = new ReentrantLock();
  private long written;
  private long committed;
  private long commits;

  private Store(MVStore store, Optional<WriteGate> gate) {
    this.store = store;
    this.gate = gate;
  }

  /** Makes an empty store that lives as long as the process. */
  public static Store inMemory() {
    return new Store(new MVStore.Builder().autoCommitDisabled().open(), Optional.empty());
  }

  /**
   * Opens the store in a directory, which is made if it does not exist.
   *
   * @throws IllegalStateException with one clear line if another process holds it
   */
  public static Store onDisk(Path directory) {
    Path file = directory.resolve(FILE);
    return onDisk(directory, file.toString(), () -> Disk.of(file));
  }

  /** Opens the store under a name that MVStore knows how to open. */
  static Store onDisk(Path directory, String fileName, Opening<Disk> disk) {
    try {
      Files.createDirectories(directory);
      DataFile file = DataFile.open(fileName);
      // No buffer size: the store must not commit by itself in the middle of a write.
      MVStore opened =
          new MVStore.Builder()
              .adoptFileStore(file)
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .open();
      // Space of old versions is used again at once; the last ones stay until newer ones are whole.
      opened.setRetentionTime(0);
      return new Store(opened, Optional.of(new WriteGate(file, disk.open())));
    } catch (MVStoreException e) {
      throw new IllegalStateException(
          e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
              ? "The data directory " + directory + " is in use by another process."
              : "The data directory " + directory + " cannot be opened: " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + directory + " cannot be made.", e);
    }
  }

  /** Opens something that lies on a disk. */
  interface Opening<T> {
    T open() throws IOException;
  }

  /** Opens a map of items, made if it does not exist. */
  public Rows rows(String name) {
    return new Rows(
        store.openMap(
            name,
            new MVMap.Builder<byte[], Item>().keyType(new KeyType()).valueType(new ItemType())));
  }

  /** Removes a map; only inside {@link #write}. */
  public void drop(Rows rows) {
    store.removeMap(rows.map());
  }

  /**
   * Runs a change alone; returns when it will survive the process. A change that throws wrote
   * nothing.
   *
   * @throws StorageException if the file cannot be written
   */
  public <T> T write(Supplier<T> change) {
    T result;
    long mine;
    writing.lock();
    try {
      gate.ifPresent(WriteGate::requireOpen);
      result = change.get();
      written++;
      mine = written;
    } finally {
      writing.unlock();
    }
    gate.ifPresent(g -> awaitCommit(mine, g));
    return result;
  }

  /** Returns why a write would be refused now; empty if it would not be. */
  public Optional<String> writeRefusal() {
    return gate.flatMap(WriteGate::refusal);
  }

  /** Reads several maps with no write in between. */
  public <T> T read(Supplier<T> reading) {
    writing.lock();
    try {
      return reading.get();
    } finally {
      writing.unlock();
    }
  }

  private void awaitCommit(long mine, WriteGate gate) {
    committing.lock();
    try {
      if (committed >= mine) {
        return;
      }
      writing.lock();
      try {
        store.commit();
        gate.requireWritten();
        committed = written;
        commits++;
        if (commits % COMMITS_PER_COMPACTION == 0) {
          store.compact(FILL_PERCENT_MIN, COMPACTION_BYTES);
        }
      } finally {
        writing.unlock();
      }
    } finally {
      committing.unlock();
    }
  }

  @Override
  public void close() {
    committing.lock();
    writing.lock();
    try {
      gate.ifPresent(WriteGate::closeSoon);
      if (gate.isPresent() && !store.isClosed()) {
        store.commit();
        store.sync();
      }
      store.close();
    } finally {
      writing.unlock();
      committing.unlock();
    }
  }
}
