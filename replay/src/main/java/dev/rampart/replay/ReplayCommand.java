package dev.rampart.replay;

import dev.rampart.domain.detection.finding.Threat;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs recorded lines through the detection engine. Exit code 1 if a file cannot be read, or if
 * nothing in the files is understood.
 */
@Command(
    name = "replay",
    description = {
      "Say what detection would have found in recorded logs.",
      "Reads lines of SuspiciousRequest details, records of AWS WAF, of the API's access log and of"
          + " the sign-in log, deliveries and exports of them by CloudWatch Logs, and the Combined"
          + " Log Format of web servers; plain or packed by gzip, on recorded time, without AWS. A"
          + " folder stands for all files in it.",
      "Prints the findings, a timeline, and how many there would be with other thresholds."
    },
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
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

  @Override
  public Integer call() {
    if (factors.stream().anyMatch(factor -> !(factor > 0 && factor <= 100))) {
      throw new ParameterException(spec.commandLine(), "a FACTOR is more than 0, and 100 at most");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      return replay(spec.commandLine().getOut(), new ReplayProgress(err));
    } catch (NoSuchFileException e) {
      err.println("replay: there is no " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      err.println("replay: cannot read or write: " + e.getMessage());
    }
    return 1;
  }

  private int replay(PrintWriter out, ReplayProgress progress) throws IOException {
    List<String> files = RecordedFiles.named(names);
    refuseToReplayAlerts(files);
    ReplayReport report = new ReplayReport(out);
    try (AlertFile alertFile = AlertFile.open(Optional.ofNullable(alerts))) {
      ReplayRun run = new ReplayRun(factors, threat -> hear(threat, report, alertFile));
      for (String file : files) {
        run.takeFile(file, progress);
      }
      progress.done();
      report.finish(run);
      out.flush();
      ReplayCounts counts = run.counts();
      return counts.lines() > 0 && counts.notUnderstoodLines() == counts.lines() ? 1 : 0;
    }
  }

  /** Opening the file of alerts empties it, and with it the recording if they are one. */
  private void refuseToReplayAlerts(List<String> files) throws IOException {
    if (alerts == null || !Files.isRegularFile(alerts)) {
      return;
    }
    for (String file : files) {
      Path path = Path.of(file);
      if (Files.exists(path) && Files.isSameFile(path, alerts)) {
        throw new ParameterException(spec.commandLine(), "FILE and --alerts are the same: " + file);
      }
    }
  }

  private static void hear(Threat threat, ReplayReport report, AlertFile alertFile) {
    report.take(threat);
    alertFile.write(threat);
  }
}
