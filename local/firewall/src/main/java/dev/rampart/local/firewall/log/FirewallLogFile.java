package dev.rampart.local.firewall.log;

import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.LineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The file of all log records of a run's firewall: one JSON document a line, oldest first. */
public final class FirewallLogFile implements Consumer<String>, AutoCloseable {
  /** Days of hard use; whoever can send requests makes it grow. */
  private static final long FILE_BYTES_MAX = 256L * 1024 * 1024;

  private final LineFile file;
  private final FaultTracker faults;

  private FirewallLogFile(LineFile file, InstantSource clock) {
    this.file = file;
    this.faults = new FaultTracker("The firewall's log", clock);
  }

  /** Opens a file to append to. */
  public static FirewallLogFile open(Path path, InstantSource clock) throws IOException {
    return new FirewallLogFile(LineFile.open(path, FILE_BYTES_MAX), clock);
  }

  @Override
  public void accept(String line) {
    try {
      file.append(line);
      faults.succeeded();
    } catch (IOException e) {
      // The request was judged; its client is not to pay for a full disk.
      faults.failed(e);
    }
  }

  /** Returns why the last record is not in the file; empty if it is. */
  public Optional<Fault> fault() {
    return faults.current();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
