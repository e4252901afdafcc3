package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.detection.trail.TimeSpan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The query parameters {@code from} and {@code to}: which part of the logs is searched. */
final class SpanQuery {
  static final Set<String> PARAMETERS = Set.of("from", "to");

  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");

  private SpanQuery() {}

  /**
   * Returns the span in a query: the last day, if it says nothing else.
   *
   * @throws RefusedRequest if a time is malformed, or the span is empty or too long
   */
  static TimeSpan read(Query query, InstantSource clock) {
    // What was logged within this millisecond is asked for, too.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    Instant to = time(query, "to").orElse(now);
    Instant from = time(query, "from").orElse(to.minus(TimeSpan.LENGTH_DEFAULT));
    if (!TimeSpan.isValid(from, to)) {
      throw invalid("The parameter `from` must be a time before `to`, 7 days at most.");
    }
    return new TimeSpan(from, to);
  }

  private static Optional<Instant> time(Query query, String name) {
    return query.value(name).map(text -> instant(name, text));
  }

  private static Instant instant(String name, String text) {
    try {
      if (TIME.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException _) {
      // As any other text that is no time.
    }
    throw invalid("The parameter `" + name + "` must be a time as in 2026-11-24T10:15:30.123Z.");
  }

  private static RefusedRequest invalid(String detail) {
    return new RefusedRequest(CommonProblem.INVALID_QUERY.because(detail));
  }
}
