package dev.rampart.local.supervision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A log whose writer is not to fail with it. On a full disk lines are lost; a line in their place
 * says so, as soon as there is room and somebody asks or writes. Safe for use by many threads.
 */
public final class LogFile implements AutoCloseable {
  /** JSON, as the lines of most logs are. */
  private static final String GAP =
      "{\"message\":\"Lines are missing here: they could not be written.\"}";

  private final LineFile file;
  private final FaultTracker faults;

  private LogFile(LineFile file, FaultTracker faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Opens a log to append to.
   *
   * @param activity what it is called in a sentence that ends with "failed", such as "The access
   *     log"
   * @param bytesMax the size from which on a new file is begun; at most twice as much is kept
   */
  public static LogFile open(String activity, Path path, long bytesMax, InstantSource clock)
      throws IOException {
    return new LogFile(LineFile.open(path, bytesMax), new FaultTracker(activity, clock));
  }

  /** Appends one line, given without its end; a fault is remembered, not thrown. */
  public void append(String line) {
    if (closeGap()) {
      write(line);
    }
  }

  /** Returns why lines cannot be written now; empty if they can. */
  public Optional<Fault> fault() {
    boolean _ = closeGap();
    return faults.current();
  }

  /** Says where lines were lost; returns whether none were, or it could be said. */
  private synchronized boolean closeGap() {
    return faults.current().isEmpty() || write(GAP);
  }

  private synchronized boolean write(String line) {
    try {
      file.append(line);
      faults.succeeded();
      return true;
    } catch (IOException | RuntimeException | Error e) {
      faults.failed(e);
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
