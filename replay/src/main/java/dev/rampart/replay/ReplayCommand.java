package dev.rampart.replay;

import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.tuning.CountToBlock;
import dev.rampart.replay.count.CountPrint;
import dev.rampart.replay.count.EntryCount;
import dev.rampart.replay.input.MergedLines;
import dev.rampart.replay.input.RecordedEntry;
import dev.rampart.replay.input.RecordedFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs recorded lines through the detection engine. Exit code 1 if a file cannot be read, or if
 * there is nothing but blank lines in the files, or nothing that is understood.
 */
@Command(
    name = "replay",
    description = {
      "Say what detection would have found in recorded logs.",
      "Reads lines of SuspiciousRequest details, records of AWS WAF, of the API's access log, of"
          + " the sign-in log and of functions, deliveries and exports of them by CloudWatch Logs,"
          + " and the Combined Log Format of web servers; plain or packed by gzip, on recorded"
          + " time, without AWS. A folder stands for all files in it and below, links followed."
          + " What the AWS CLI's get-log-events and filter-log-events print is read as it is. A"
          + " line, or the message of an event, has "
          + RecordedFiles.LINE_MEGABYTES_MAX
          + " MB at most.",
      "Lines of several files are taken in the order of their times. Each file is expected to be"
          + " roughly in order by itself.",
      "Prints the findings, a timeline, and how many there would be with other thresholds."
    },
    footer = {
      "",
      "Exit code 0 if all was read; 1 if a file cannot be read to its end (what can be read of it"
          + " and of the others is used), if a FILE is not there (nothing is read then), if OUT"
          + " cannot be written, or if there is no line or none that is understood, blank ones left"
          + " out; 2 if the command is wrong."
    },
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  /** What can be printed instead of findings. */
  enum ReportKind {
    COUNT_TO_BLOCK;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return "count-to-block";
    }
  }

  private static final String WITHOUT_REPORT = "--alerts and --what-if go without it.";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files or folders; - for standard input.")
  private List<String> names;

  @Option(
      names = "--alerts",
      paramLabel = "OUT",
      description = "Write the details of the threat events to a file, one JSON object a line.")
  private @Nullable Path alerts;

  @Option(
      names = "--what-if",
      paramLabel = "FACTOR",
      split = ",",
      defaultValue = "0.5,0.75,1.5,2",
      description =
          "Multiply all thresholds with these, side by side: ${DEFAULT-VALUE} by default.")
  private List<Double> factors;

  @Option(
      names = "--report",
      paramLabel = "REPORT",
      description = {
        "Instead of findings: count-to-block, which requests the rules of AWS WAF that now count"
            + " would have blocked, by rule and path, how many of their clients are known good, and"
            + " the change of the template that follows. Clients that signed in or got objects of"
            + " their own are known good: give the sign-in log and the access log as well. "
            + WITHOUT_REPORT
      })
  private @Nullable ReportKind report;

  @Option(
      names = "--json",
      description =
          "Print one JSON document: of the findings, each as it opened, the timeline and the other"
              + " thresholds, or of the report that is asked for.")
  private boolean json;

  @Override
  public Integer call() {
    boolean asksForOthers = spec.commandLine().getParseResult().hasMatchedOption("--what-if");
    if (report != null && (alerts != null || asksForOthers)) {
      throw new ParameterException(
          spec.commandLine(), "--report is in place of findings: " + WITHOUT_REPORT);
    }
    if (factors.stream().anyMatch(factor -> !(factor > 0 && factor <= 100))) {
      throw new ParameterException(spec.commandLine(), "a FACTOR is more than 0, and 100 at most");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      return replay(spec.commandLine().getOut(), new ReplayProgress(err));
    } catch (NoSuchFileException e) {
      err.println(PrintableText.of("replay: there is no " + e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      err.println(PrintableText.of("replay: cannot read or write: " + e.getMessage()));
    }
    return 1;
  }

  private int replay(PrintWriter out, ReplayProgress progress) throws IOException {
    List<String> files = RecordedFiles.named(names);
    refuseToReplayAlerts(files);
    ReplayCounts counts =
        report == null ? detect(files, out, progress) : countToBlock(files, out, progress);
    progress.done();
    out.flush();
    tellWhatIsMissing(files, counts);
    return counts.understoodLines() == 0 || !counts.unread().isEmpty() ? 1 : 0;
  }

  private void tellWhatIsMissing(List<String> files, ReplayCounts counts) {
    PrintWriter err = spec.commandLine().getErr();
    if (counts.understoodLines() + counts.notUnderstoodLines() == 0 && counts.unread().isEmpty()) {
      String place = files.isEmpty() ? "no file" : "no line in any file";
      String what = counts.lines() == 0 ? "there is " + place : "all lines are blank";
      err.println("replay: nothing was read: " + what);
    }
    if (!counts.unread().isEmpty()) {
      err.printf(
          "replay: %d of %d files could not be read to the end%n",
          counts.unread().size(), files.size());
    }
  }

  private ReplayCounts detect(List<String> files, PrintWriter out, ReplayProgress progress)
      throws IOException {
    FindingsReport printed = json ? new ReplayJson(out) : new ReplayReport(out);
    try (AlertFile alertFile = AlertFile.open(Optional.ofNullable(alerts))) {
      ReplayRun run = new ReplayRun(factors, threat -> hear(threat, printed, alertFile));
      ReplayCounts counts = read(files, run::take, progress);
      printed.finish(run, counts);
      return counts;
    }
  }

  private ReplayCounts countToBlock(List<String> files, PrintWriter out, ReplayProgress progress)
      throws IOException {
    CountToBlock count = new CountToBlock();
    ReplayCounts counts = read(files, entry -> EntryCount.add(entry, count), progress);
    if (json) {
      ReplayJson.print(counts.json(ReplayJson.counted(count)), out);
    } else {
      new ReplayReport(out).counts(counts);
      new CountPrint(count, out).all();
    }
    return counts;
  }

  private ReplayCounts read(
      List<String> files, Consumer<RecordedEntry> taker, ReplayProgress progress)
      throws IOException {
    ReplayCounts counts = new ReplayCounts();
    try (MergedLines lines = MergedLines.of(files)) {
      for (Optional<RecordedEntry> next = lines.next(); next.isPresent(); next = lines.next()) {
        RecordedEntry entry = next.get();
        counts.take(entry);
        taker.accept(entry);
        progress.at(entry.file(), counts.lines());
      }
      counts.unread(lines.unread());
      if (lines.lateFiles() > 0) {
        spec.commandLine()
            .getErr()
            .printf(
                "replay: more than %d files are of the same time; the lines of %d came late%n",
                MergedLines.OPEN_MAX, lines.lateFiles());
      }
    }
    return counts;
  }

  /** Opening the file of alerts empties it, and with it the recording if they are one. */
  private void refuseToReplayAlerts(List<String> files) throws IOException {
    if (alerts == null || !Files.isRegularFile(alerts)) {
      return;
    }
    for (String file : files) {
      Path path = Path.of(file);
      if (Files.exists(path) && Files.isSameFile(path, alerts)) {
        throw new ParameterException(
            spec.commandLine(), "FILE and --alerts are the same: " + PrintableText.of(file));
      }
    }
  }

  private static void hear(Threat threat, FindingsReport report, AlertFile alertFile) {
    report.take(threat);
    alertFile.write(threat);
  }
}
