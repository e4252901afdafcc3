package dev.rampart.local.events.bus;

import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.LineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** A file of all events that were put on any bus: one JSON document a line, oldest first. */
public final class Journal implements EventListener, AutoCloseable {
  /** More events than a run of days makes; whoever can put events makes it grow. */
  private static final long FILE_BYTES_MAX = 256L * 1024 * 1024;

  private final LineFile file;
  private final FaultTracker faults;

  private Journal(LineFile file, InstantSource clock) {
    this.file = file;
    this.faults = new FaultTracker("The event journal", clock);
  }

  public static Journal open(Path path, InstantSource clock) throws IOException {
    return new Journal(LineFile.open(path, FILE_BYTES_MAX), clock);
  }

  @Override
  public void event(String event) throws IOException {
    try {
      file.append(event);
      faults.succeeded();
    } catch (IOException e) {
      faults.failed(e);
      throw e;
    }
  }

  /** Returns why the last event could not be written; empty if it was. */
  public Optional<Fault> fault() {
    return faults.current();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
