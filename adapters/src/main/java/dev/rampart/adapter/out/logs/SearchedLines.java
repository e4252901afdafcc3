package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.trail.TimeSpan;
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
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/**
 * Lines of log groups by {@code FilterLogEvents} (ADR 34). All groups are searched at the same
 * time, each from new to old, until the deadline or until enough is found.
 */
record SearchedLines<T>(CloudWatchLogsClient client, LogLineReader<T> reader, InstantSource clock) {
  /** Most lines that one group gives to one search. */
  static final int LINES_MAX = 10_000;

  /** Others ask at the same time; the account may ask five times a second at least. */
  private static final Duration AFTER_THROTTLING = Duration.ofMillis(200);

  /**
   * Returns what several searches find together.
   *
   * @throws PortUnavailable if the logs do not answer
   */
  FoundLines<T> all(List<LogSearch> searches, TimeSpan span, Instant deadline) {
    List<FutureTask<FoundLines<T>>> running = new ArrayList<>();
    for (LogSearch search : searches) {
      FutureTask<FoundLines<T>> task = new FutureTask<>(() -> found(search, span, deadline));
      Thread.ofVirtual().start(task);
      running.add(task);
    }
    List<FoundLines<T>> found = running.stream().map(SearchedLines::outcome).toList();
    return new FoundLines<>(
        found.stream().flatMap(each -> each.lines().stream()).toList(),
        found.stream()
            .map(FoundLines::completeSince)
            .max(Comparator.naturalOrder())
            .orElse(span.from()));
  }

  private static <T> T outcome(FutureTask<T> task) {
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

  private FoundLines<T> found(LogSearch search, TimeSpan span, Instant deadline) {
    List<T> lines = new ArrayList<>();
    LogSlices slices = new LogSlices(span);
    while (slices.hasNext()) {
      TimeSpan slice = slices.next(lines.isEmpty());
      if (!read(search, slice, deadline, lines)) {
        return new FoundLines<>(lines, slice.to());
      }
    }
    return new FoundLines<>(lines, span.from());
  }

  /** Adds what is found in a slice; returns whether it was read to its end. */
  boolean read(LogSearch search, TimeSpan slice, Instant deadline, List<T> lines) {
    Optional<String> next = Optional.empty();
    do {
      Optional<FilterLogEventsResponse> page =
          lines.size() < LINES_MAX ? page(search, slice, next, deadline) : Optional.empty();
      if (page.isEmpty()) {
        return false;
      }
      page.get()
          .events()
          .forEach(
              line ->
                  reader
                      .read(search.logGroup(), line.eventId(), line.message())
                      .ifPresent(lines::add));
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
