package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.LineSignals;
import dev.rampart.domain.detection.tuning.Recording;
import dev.rampart.domain.port.out.RecordedSignals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * {@link RecordedSignals} in the logs of the gates: of each the lines that edgelog would get, and
 * of the functions those that tell what they published.
 *
 * @param patience how long one search may take
 */
public record CloudWatchRecordedSignals(
    CloudWatchLogsClient client,
    SearchedLogs logs,
    LogLineReader<LineSignals> reader,
    Duration patience,
    InstantSource clock)
    implements RecordedSignals {
  /** Every line of the firewall may tell of a rule that counted. */
  private static final String EVERY_LINE = "";

  /** What was refused, and what users got; the filter of edgelog's subscription. */
  private static final String REFUSED_OR_A_USERS =
      "{ ($.status = \"4*\") || ($.status = \"5*\") ||"
          + " (($.status = \"2*\") && ($.principal != \"-\")) }";

  private static final String DECIDED = "{ $.message.eventResponse != \"InProgress\" }";
  private static final String SUSPICIOUS = "{ $.point = \"*\" }";

  @Override
  public Recording read(TimeSpan span) {
    Stream<LogSearch> gates =
        Stream.of(
            new LogSearch(logs.firewall(), EVERY_LINE),
            new LogSearch(logs.access(), REFUSED_OR_A_USERS),
            new LogSearch(logs.signIn(), DECIDED));
    Stream<LogSearch> functions =
        logs.functions().stream().map(group -> new LogSearch(group, SUSPICIOUS));
    List<LogSearch> searches = Stream.concat(gates, functions).toList();
    FoundLines<LineSignals> found =
        new SearchedLines<>(client, reader, clock)
            .all(searches, span, clock.instant().plus(patience));
    return Recording.of(found.lines(), found.completeSince());
  }
}
