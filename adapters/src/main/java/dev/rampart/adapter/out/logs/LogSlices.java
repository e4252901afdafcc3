package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.trail.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The slices in which a span is searched, newest first: CloudWatch Logs reads from old to new, and
 * what is new matters more. Each slice is several times as long as the one after it.
 */
final class LogSlices {
  private static final Duration FIRST = Duration.ofMinutes(30);
  private static final int GROWTH = 4;

  private LogSlices() {}

  static List<TimeSpan> of(TimeSpan span) {
    List<TimeSpan> slices = new ArrayList<>();
    Duration length = FIRST;
    Instant end = span.to();
    while (end.isAfter(span.from())) {
      Instant start = end.minus(length);
      start = start.isBefore(span.from()) ? span.from() : start;
      slices.add(new TimeSpan(start, end));
      end = start;
      length = length.multipliedBy(GROWTH);
    }
    return slices;
  }
}
