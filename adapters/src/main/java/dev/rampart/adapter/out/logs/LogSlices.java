package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.trail.TimeSpan;
import java.time.Duration;
import java.time.Instant;

/**
 * The slices in which a span is searched, newest first: CloudWatch Logs reads from old to new, and
 * what is new matters more. The first is so short that a flood does not fill it; each is longer
 * than the one after it, by far if nothing was found there.
 */
final class LogSlices {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int GROWTH = 4;
  private static final int GROWTH_OF_QUIET = 16;

  private final Instant from;
  private Instant end;
  private Duration length = FIRST;

  LogSlices(TimeSpan span) {
    this.from = span.from();
    this.end = span.to();
  }

  boolean hasNext() {
    return end.isAfter(from);
  }

  /**
   * Returns the next older slice.
   *
   * @param quiet whether nothing was found so far
   */
  TimeSpan next(boolean quiet) {
    Instant start = end.minus(length);
    TimeSpan slice = new TimeSpan(start.isBefore(from) ? from : start, end);
    end = slice.from();
    length = length.multipliedBy(quiet ? GROWTH_OF_QUIET : GROWTH);
    return slice;
  }
}
