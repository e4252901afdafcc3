package dev.rampart.benchmark.detection.recording;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.replay.ReplayCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Times the command that replays recordings, with all that it costs to start. */
public final class ReplaySpeed {
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
  private static final double BYTES_PER_GIGABYTE = 1e9;
  private static final long KIB_PER_MIB = 1024;

  private ReplaySpeed() {}

  /** Arguments: the number of lines, the file, and options of the command. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, ReplaySpeed::run);
  }

  private static void run(Arguments arguments, PrintStream out) throws IOException {
    String report = arguments.option("--report");
    List<String> words = arguments.words(2, 2);
    long lines = Long.parseLong(words.get(0));
    List<String> command = new ArrayList<>(List.of(words.get(1)));
    if (!report.isEmpty()) {
      command.addAll(List.of("--report", report));
    }
    long start = System.nanoTime();
    int code =
        new CommandLine(new ReplayCommand())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(command.toArray(String[]::new));
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    if (code != 0) {
      throw new IOException("the replay failed with exit code " + code);
    }
    double cpuSeconds =
        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos()
            / NANOS_PER_SECOND;
    out.printf(
        Locale.ROOT,
        "%,d lines, %.1f GB: %.1f s, %,.0f lines a second; %.1f s of CPU, %,.0f lines a second of"
            + " CPU; %d MB of heap at most, %d MB resident at most%n",
        lines,
        Files.size(Path.of(words.get(1))) / BYTES_PER_GIGABYTE,
        seconds,
        lines / seconds,
        cpuSeconds,
        lines / cpuSeconds,
        Runtime.getRuntime().maxMemory() / (KIB_PER_MIB * KIB_PER_MIB),
        residentMib());
  }

  private static long residentMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow()
        / KIB_PER_MIB;
  }
}
