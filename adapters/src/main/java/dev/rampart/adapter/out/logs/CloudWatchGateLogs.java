package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateTrail;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.out.GateLogs;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/**
 * {@link GateLogs} over {@code FilterLogEvents} (ADR 34). All groups are searched at the same time,
 * each from new to old, until the deadline or until enough is found.
 *
 * @param patience how long one search may take
 */
public record CloudWatchGateLogs(
    CloudWatchLogsClient client,
    SearchedLogs logs,
    LogLineReader reader,
    Duration patience,
    InstantSource clock)
    implements GateLogs {
  /** Most lines that one group gives to one search. */
  static final int LINES_MAX = 10_000;

  /** Takes all lines of logs that have nothing but lines of requests. */
  private static final String EVERY_LINE = "";

  /** Functions log other things too; about each request they say what they decided. */
  private static final String EVERY_REQUEST_LINE = "{ $.decision = \"*\" }";

  /** Others ask at the same time; the account may ask five times a second at least. */
  private static final Duration AFTER_THROTTLING = Duration.ofMillis(200);

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
      boolean whole = read(access, slice, deadline, entries);
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
    List<FutureTask<GateTrail>> running = new ArrayList<>();
    for (LogSearch search : searches) {
      FutureTask<GateTrail> task = new FutureTask<>(() -> found(search, span, deadline));
      Thread.ofVirtual().start(task);
      running.add(task);
    }
    List<GateTrail> trails = running.stream().map(CloudWatchGateLogs::outcome).toList();
    return new GateTrail(
        trails.stream()
            .flatMap(trail -> trail.entries().stream())
            .sorted(Comparator.comparing(GateEntry::at).reversed())
            .toList(),
        trails.stream()
            .map(GateTrail::completeSince)
            .max(Comparator.naturalOrder())
            .orElse(span.from()));
  }

  private static GateTrail outcome(FutureTask<GateTrail> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("a search ended with an error", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable("interrupted", e);
    }
  }

  private GateTrail found(LogSearch search, TimeSpan span, Instant deadline) {
    List<GateEntry> entries = new ArrayList<>();
    LogSlices slices = new LogSlices(span);
    while (slices.hasNext()) {
      TimeSpan slice = slices.next(entries.isEmpty());
      if (!read(search, slice, deadline, entries)) {
        return new GateTrail(entries, slice.to());
      }
    }
    return new GateTrail(entries, span.from());
  }

  /** Adds what is found in a slice; returns whether it was read to its end. */
  private boolean read(
      LogSearch search, TimeSpan slice, Instant deadline, List<GateEntry> entries) {
    Optional<String> next = Optional.empty();
    do {
      Optional<FilterLogEventsResponse> page =
          entries.size() < LINES_MAX ? page(search, slice, next, deadline) : Optional.empty();
      if (page.isEmpty()) {
        return false;
      }
      page.get()
          .events()
          .forEach(
              line ->
                  reader
                      .read(search.logGroup(), line.eventId(), line.message())
                      .ifPresent(entries::add));
      next = page.map(FilterLogEventsResponse::nextToken);
    } while (next.isPresent());
    return true;
  }

  /** Returns a page, or nothing if there is no time for it: an account may only ask so often. */
  private Optional<FilterLogEventsResponse> page(
      LogSearch search, TimeSpan slice, Optional<String> token, Instant deadline) {
    FilterLogEventsRequest.Builder request =
        FilterLogEventsRequest.builder()
            .logGroupName(search.logGroup())
            .filterPattern(search.pattern())
            .startTime(slice.from().toEpochMilli())
            // The service includes the end.
            .endTime(slice.to().toEpochMilli() - 1);
    token.ifPresent(request::nextToken);
    while (clock.instant().isBefore(deadline)) {
      try {
        return Optional.of(client.filterLogEvents(request.build()));
      } catch (AwsServiceException e) {
        if (!e.isThrottlingException()) {
          throw new PortUnavailable("FilterLogEvents: no answer", e);
        }
        LockSupport.parkNanos(AFTER_THROTTLING.toNanos());
      } catch (SdkException e) {
        throw new PortUnavailable("FilterLogEvents: no answer", e);
      }
    }
    return Optional.empty();
  }
}
