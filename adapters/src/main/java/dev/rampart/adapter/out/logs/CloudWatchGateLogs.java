package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.out.GateLogs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/**
 * {@link GateLogs} over {@code FilterLogEvents} (ADR 34).
 *
 * @param patience how long one search may take
 */
public record CloudWatchGateLogs(
    CloudWatchLogsClient client,
    SearchedLogs logs,
    LogLineReader<GateEntry> reader,
    Duration patience,
    InstantSource clock)
    implements GateLogs {
  /** Takes all lines of logs that have nothing but lines of requests. */
  private static final String EVERY_LINE = "";

  /** Functions log other things too; about each request they say what they decided. */
  private static final String EVERY_REQUEST_LINE = "{ $.decision = \"*\" }";

  /** Between what two logs say of the same request there is less than the longest request. */
  private static final Duration SAME_REQUEST = Duration.ofMinutes(2);

  @Override
  public GateTrail about(Subject about, TimeSpan span) {
    List<LogSearch> searches = new SubjectPatterns(logs).of(about);
    GateTrail found = found(searches, span, clock.instant().plus(patience));
    return new GateTrail(
        found.entries().stream()
            .filter(entry -> SubjectPatterns.isAbout(about, entry.source()))
            .toList(),
        found.completeSince());
  }

  @Override
  public GateTrail ofEveryRequest(TimeSpan span) {
    Stream<LogSearch> gates =
        Stream.of(
            new LogSearch(logs.access(), EVERY_LINE), new LogSearch(logs.firewall(), EVERY_LINE));
    Stream<LogSearch> functions =
        logs.functions().stream().map(group -> new LogSearch(group, EVERY_REQUEST_LINE));
    return found(Stream.concat(gates, functions).toList(), span, clock.instant().plus(patience));
  }

  @Override
  public GateTrail ofRequest(String requestId, TimeSpan span) {
    Instant deadline = clock.instant().plus(patience);
    LogSearch access =
        new LogSearch(logs.access(), either("requestId", "extendedRequestId", requestId));
    List<GateEntry> entries = new ArrayList<>();
    LogSlices slices = new LogSlices(span);
    while (slices.hasNext()) {
      TimeSpan slice = slices.next(true);
      boolean whole = lines().read(access, slice, deadline, entries);
      if (!entries.isEmpty()) {
        return withOtherLogs(entries.getFirst(), deadline);
      }
      if (!whole) {
        return new GateTrail(List.of(), slice.to());
      }
    }
    return new GateTrail(List.of(), span.from());
  }

  private GateTrail withOtherLogs(GateEntry access, Instant deadline) {
    List<LogSearch> searches = new ArrayList<>();
    access
        .request()
        .requestId()
        .ifPresent(
            id ->
                logs.functions()
                    .forEach(
                        group ->
                            searches.add(
                                new LogSearch(
                                    group, SubjectPatterns.equal("requestId", '"' + id + '"')))));
    firewall(access).ifPresent(searches::add);
    GateTrail others = found(searches, TimeSpan.around(access.at(), SAME_REQUEST), deadline);
    return new GateTrail(
        Stream.concat(Stream.of(access), others.entries().stream()).toList(),
        others.completeSince());
  }

  /** Which of the two ids the web ACL logs is up to the service in front of which it stands. */
  private Optional<LogSearch> firewall(GateEntry access) {
    Optional<String> id = access.request().requestId().or(access::uniqueId);
    return id.map(
        one ->
            new LogSearch(
                logs.firewall(),
                "{ ($.httpRequest.requestId = \"%s\") || ($.httpRequest.requestId = \"%s\") }"
                    .formatted(one, access.uniqueId().orElse(one))));
  }

  private static String either(String one, String other, String id) {
    return "{ ($.%s = \"%s\") || ($.%s = \"%s\") }".formatted(one, id, other, id);
  }

  private GateTrail found(List<LogSearch> searches, TimeSpan span, Instant deadline) {
    FoundLines<GateEntry> found = lines().all(searches, span, deadline);
    return new GateTrail(
        found.lines().stream().sorted(Comparator.comparing(GateEntry::at).reversed()).toList(),
        found.completeSince());
  }

  private SearchedLines<GateEntry> lines() {
    return new SearchedLines<>(client, reader, clock);
  }
}
