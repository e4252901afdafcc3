package dev.rampart.local.stack;

import dev.rampart.local.access.CallRecord;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where a run keeps its files.
 *
 * @param logs stays when the run ends
 * @param work goes when the run ends
 * @param checkpoints how far streams were read: kept where the tables are kept
 */
record Folders(Path logs, Path work, Path checkpoints) {
  private static final System.Logger LOG = System.getLogger(Folders.class.getName());

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Logs lie with the data if it is kept, else with the build, one folder for each run. */
  static Folders make(RunSettings settings) throws IOException {
    Path own = settings.target().resolve("runs").resolve(name()).toAbsolutePath();
    Path logs = settings.data().orElse(own).toAbsolutePath().resolve("logs");
    var _ = Files.createDirectories(logs);
    Path work = Files.createDirectories(own.resolve("work"));
    return new Folders(logs, work, settings.data().map(Path::toAbsolutePath).orElse(work));
  }

  /** Names the process, and which of its runs it is, if it is not the first. */
  private static String name() {
    int run = RUNS.incrementAndGet();
    return ProcessHandle.current().pid() + (run > 1 ? "-" + run : "");
  }

  Path accessLog() {
    return logs.resolve("access.log");
  }

  Path firewallLog() {
    return logs.resolve("waf.log");
  }

  Path calls() {
    return logs.resolve(CallRecord.FILE);
  }

  Path bus() {
    return logs.resolve("bus.jsonl");
  }

  /** Removes the working files; what cannot be removed stays. */
  void clean() {
    try {
      var _ = Files.walkFileTree(work, new Removal());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "Working files stay at " + work, e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
