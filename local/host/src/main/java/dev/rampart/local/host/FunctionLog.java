package dev.rampart.local.host;

import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.LogFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The log of one function: one file for all its processes, and a listener. A line that cannot be
 * written still reaches the listener, and one that the listener fails at is still written; the ones
 * after it are not touched. The output of a process has to be read in any case: a process whose
 * output nobody reads stands still.
 */
final class FunctionLog implements AutoCloseable {
  private static final Duration LAST_LINES_MAX = Duration.ofSeconds(1);

  /** Days of hard use of one function; anybody who can call it makes it grow. */
  private static final long FILE_BYTES_MAX = 128L * 1024 * 1024;

  private final String function;
  private final LogFile file;
  private final LineListener listener;
  private final FaultTracker listening;
  private final Set<Thread> followers = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private FunctionLog(String function, LogFile file, LineListener listener) {
    this.function = function;
    this.file = file;
    this.listener = listener;
    this.listening =
        new FaultTracker("The reading of the lines of " + function, InstantSource.system());
  }

  static FunctionLog open(FunctionSpec function, LineListener listener) throws IOException {
    return new FunctionLog(
        function.name(),
        LogFile.open(
            "The log of " + function.name(),
            function.log(),
            FILE_BYTES_MAX,
            InstantSource.system()),
        listener);
  }

  /** Copies what a process prints, until it ends. */
  void follow(InputStream output) {
    Thread follower =
        Thread.ofPlatform()
            .daemon()
            .name("log-" + function)
            .unstarted(
                () -> {
                  LogLines.read(output, this::line);
                  followers.remove(Thread.currentThread());
                });
    // Whoever waits for the followers must find none that is not started yet.
    synchronized (followers) {
      followers.add(follower);
      follower.start();
    }
  }

  private List<Thread> followers() {
    synchronized (followers) {
      return List.copyOf(followers);
    }
  }

  /** Adds a line to what the processes print. */
  void line(String line) {
    if (closed) {
      return;
    }
    file.append(line);
    tell(line);
  }

  private void tell(String line) {
    try {
      listener.line(function, line);
      listening.succeeded();
    } catch (RuntimeException | Error e) {
      listening.failed(e);
    }
  }

  /** Returns why lines cannot be written to the file now; empty if they can. */
  Optional<Fault> fault() {
    return file.fault();
  }

  /** Returns why the listener failed at the last line; empty if it did not. */
  Optional<Fault> listenerFault() {
    return listening.current();
  }

  /** Waits for the last lines of ended processes, but not for ever, and closes the file. */
  @Override
  public void close() throws IOException {
    try {
      for (Thread follower : followers()) {
        var _ = follower.join(LAST_LINES_MAX);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    closed = true;
    file.close();
  }
}
