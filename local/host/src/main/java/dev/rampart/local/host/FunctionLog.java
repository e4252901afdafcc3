package dev.rampart.local.host;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The log of one function: one file for all its processes, and a listener. */
final class FunctionLog implements AutoCloseable {
  private static final Duration LAST_LINES_MAX = Duration.ofSeconds(1);

  private final String function;
  private final OutputStream file;
  private final LineListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Thread> followers = ConcurrentHashMap.newKeySet();
  private boolean closed;

  private FunctionLog(String function, OutputStream file, LineListener listener) {
    this.function = function;
    this.file = file;
    this.listener = listener;
  }

  static FunctionLog open(FunctionSpec function, LineListener listener) throws IOException {
    Path parent = function.log().toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    OutputStream file =
        Files.newOutputStream(function.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return new FunctionLog(function.name(), new BufferedOutputStream(file), listener);
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
    followers.add(follower);
    follower.start();
  }

  /** Adds a line to what the processes print. */
  void line(String line) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      file.write(line.getBytes(StandardCharsets.UTF_8));
      file.write('\n');
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
    listener.line(function, line);
  }

  /** Waits for the last lines of ended processes, but not for ever, and closes the file. */
  @Override
  public void close() throws IOException {
    try {
      for (Thread follower : followers) {
        var _ = follower.join(LAST_LINES_MAX);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      closed = true;
      file.close();
    } finally {
      lock.unlock();
    }
  }
}
