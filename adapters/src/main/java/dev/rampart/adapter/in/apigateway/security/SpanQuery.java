package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.port.in.ReadTraffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * The query parameters {@code from} and {@code to}: which part of the logs is searched.
 *
 * @param byDefault the length of a span that does not say where it begins
 * @param longest the length of the longest span
 * @param longestText the same, in words
 */
record SpanQuery(Duration byDefault, Duration longest, String longestText) {
  static final Set<String> PARAMETERS = Set.of("from", "to");

  /** Of what one of many did. */
  static final SpanQuery DAYS =
      new SpanQuery(TimeSpan.LENGTH_DEFAULT, TimeSpan.LENGTH_MAX, "7 days");

  /** Of what all did. */
  static final SpanQuery MINUTES =
      new SpanQuery(ReadTraffic.SPAN_DEFAULT, ReadTraffic.SPAN_MAX, "60 minutes");

  /**
   * Returns the span in a query: that before now, if it says nothing else.
   *
   * @throws RefusedRequest if a time is malformed, or the span is empty, too long, or begins before
   *     1970
   */
  TimeSpan read(Query query, InstantSource clock) {
    TimeSpan span =
        between(time(query, "from"), time(query, "to"), clock)
            .orElseThrow(
                () ->
                    invalid(
                        "The parameter `from` must be a time before `to`, "
                            + longestText
                            + " at most."));
    if (span.from().isBefore(Instant.EPOCH)) {
      throw invalid("There are no logs of a time before 1970-01-01T00:00:00.000Z.");
    }
    return span;
  }

  /**
   * Returns the span between two times, or what stands for them; empty if it cannot be one. It ends
   * now if its end is still to come: nobody can say that all of that time was searched.
   */
  Optional<TimeSpan> between(
      Optional<Instant> asked, Optional<Instant> askedEnd, InstantSource clock) {
    Instant now = now(clock);
    Instant to = askedEnd.filter(now::isAfter).orElse(now);
    Instant from = asked.orElse(to.minus(byDefault));
    return from.isBefore(to) && !from.plus(longest).isBefore(to)
        ? Optional.of(new TimeSpan(from, to))
        : Optional.empty();
  }

  /** Returns the end of a span up to now: what was logged within this millisecond is in it, too. */
  private static Instant now(InstantSource clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
  }

  /**
   * Returns the time that a parameter names; empty if it is absent.
   *
   * @throws RefusedRequest if it is malformed
   */
  static Optional<Instant> time(Query query, String name) {
    return query.value(name).map(text -> instant(name, text));
  }

  private static Instant instant(String name, String text) {
    return Rfc3339.parseFormatted(text)
        .orElseThrow(
            () ->
                invalid(
                    "The parameter `" + name + "` must be a time as in 2026-11-24T10:15:30.123Z."));
  }

  static RefusedRequest invalid(String detail) {
    return new RefusedRequest(CommonProblem.INVALID_QUERY.because(detail));
  }
}
