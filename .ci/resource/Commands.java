import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands in a checkout. One that stays, {@code ./rampart up}, runs until this is closed.
 * None outlives this program.
 */
final class Commands implements AutoCloseable {
  private static final String STAYS = "./rampart up";
  private static final String READY = "Rampart is ready.";
  private static final int READY_SECONDS_MAX = 300;
  private static final int STOP_SECONDS_MAX = 60;
  private static final int LINES_SHOWN = 40;

  private final Path root;
  private final Path log;
  private Optional<Process> staying = Optional.empty();

  /** Runs commands in this folder; the output of the last one is in the log. */
  Commands(Path root, Path log) {
    this.root = root;
    this.log = log;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
  }

  /** Runs a command to its end or, if it stays, until it is ready. */
  void run(String line) throws IOException, InterruptedException {
    if (line.startsWith(STAYS)) {
      stay(line);
      return;
    }
    int code = start(line).waitFor();
    if (code != 0) {
      throw ended(line, code);
    }
  }

  /** Runs a command and returns what it prints. */
  String output(String line) throws IOException, InterruptedException {
    run(line);
    return Files.readString(log).strip();
  }

  boolean succeeds(String line) throws IOException, InterruptedException {
    return start(line).waitFor() == 0;
  }

  private void stay(String line) throws IOException, InterruptedException {
    Process process = start("exec " + line);
    staying = Optional.of(process);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX);
    while (!Files.readString(log).contains(READY)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw ended(line, process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw new Misfit("`" + line + "` is not ready in " + READY_SECONDS_MAX + " s:\n" + end());
      }
    }
  }

  private Process start(String line) throws IOException {
    Files.deleteIfExists(log);
    return new ProcessBuilder("bash", "-c", line)
        .directory(root.toFile())
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private Misfit ended(String line, int code) throws IOException {
    return new Misfit("`" + line + "` ends with " + code + ":\n" + end());
  }

  private String end() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  @Override
  public void close() throws InterruptedException {
    if (staying.isPresent()) {
      staying.get().destroy();
      if (!staying.get().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        staying.get().destroyForcibly();
      }
    }
  }
}
