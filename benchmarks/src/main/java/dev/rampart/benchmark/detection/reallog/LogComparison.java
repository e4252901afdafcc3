package dev.rampart.benchmark.detection.reallog;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Compares all peers on recorded logs. */
public final class LogComparison {

  private final Path folder;
  private final PrintStream out;

  private LogComparison(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** Arguments: the folder of the logs. */
  public static void main(String[] args) throws IOException {
    try {
      Path folder = Path.of(new Arguments(args).words(1, 1).getFirst());
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      new LogComparison(folder, out).compare();
    } catch (IllegalArgumentException e) {
      System.err.println("detection: " + e.getMessage());
      System.exit(2);
    }
  }

  private void compare() throws IOException {
    StringBuilder heading = new StringBuilder("| |");
    Peer.all().forEach(peer -> heading.append(' ').append(peer.name()).append(" |"));
    out.println(heading);
    out.println("|---".repeat(Peer.all().size() + 1) + "|");
    sources("hub tests of CrowdSec", "crowdsec_hub_http.tsv.gz");
    sources("SSH", "elastic_ssh_auth.tsv.gz");
    sources("web log", "elastic_apache_logs.tsv.gz");
    List<LogRow> calls = RecordedLog.read(folder.resolve("invictus_cloudtrail.tsv.gz"));
    rows("CloudTrail, principals", scores(calls, new RowSignals(true), SubjectKind.PRINCIPAL));
  }

  private void sources(String title, String file) throws IOException {
    List<LogRow> rows = RecordedLog.read(folder.resolve(file));
    rows(title, scores(rows, new RowSignals(false), SubjectKind.IP));
  }

  private static List<LogScore> scores(List<LogRow> rows, RowSignals mapping, SubjectKind kind) {
    return Peer.all().stream().map(peer -> LogScore.of(rows, mapping, peer, kind)).toList();
  }

  private void rows(String title, List<LogScore> scores) {
    row(title + ": hostile found", scores, LogScore::found);
    row(title + ": of those with 5 refusals", scores, LogScore::foundOfModelled);
    row(title + ": others accused", scores, LogScore::wronged);
  }

  private void row(String title, List<LogScore> scores, Function<LogScore, String> cell) {
    StringBuilder line = new StringBuilder("| ").append(title).append(" |");
    scores.forEach(score -> line.append(' ').append(cell.apply(score)).append(" |"));
    out.println(line);
  }
}
