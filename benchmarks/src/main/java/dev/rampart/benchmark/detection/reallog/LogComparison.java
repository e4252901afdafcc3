package dev.rampart.benchmark.detection.reallog;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.peer.Peer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Compares all peers on recorded logs. */
public final class LogComparison {

  private LogComparison() {}

  /** Arguments: the folder of the logs. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, LogComparison::run);
  }

  private static void run(Arguments arguments, PrintStream out) throws IOException {
    compare(LogSuite.read(Path.of(arguments.words(1, 1).getFirst())), out);
  }

  private static void compare(LogSuite logs, PrintStream out) {
    List<Peer> peers = Peer.all();
    out.println(line("", peers.stream().map(Peer::name).toList()));
    out.println("|---".repeat(peers.size() + 1) + "|");
    List<List<LogResult>> results = peers.stream().map(logs::score).toList();
    for (int log = 0; log < results.getFirst().size(); log++) {
      int number = log;
      List<LogResult> row = results.stream().map(all -> all.get(number)).toList();
      String title = row.getFirst().log();
      out.println(line(title + ": hostile found", row.stream().map(LogResult::found).toList()));
      out.println(
          line(
              title + ": of those with 5 refusals",
              row.stream().map(LogResult::foundOfModelled).toList()));
      out.println(line(title + ": others accused", row.stream().map(LogResult::wronged).toList()));
    }
  }

  private static String line(String title, List<?> cells) {
    StringBuilder line = new StringBuilder("| ").append(title).append(" |");
    cells.forEach(cell -> line.append(' ').append(cell).append(" |"));
    return line.toString();
  }
}
