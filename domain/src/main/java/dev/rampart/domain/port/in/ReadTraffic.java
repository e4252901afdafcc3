package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.TrailPeriod;
import dev.rampart.domain.detection.trail.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody of the security team watches what is asked of the API, and which gates refuse it. */
public interface ReadTraffic {
  /** The longest span that is read at once. */
  Duration SPAN_MAX = Duration.ofMinutes(60);

  /** The span of whoever names none: so long before now. */
  Duration SPAN_DEFAULT = Duration.ofMinutes(15);

  /**
   * Reads it. Sign-ins are no requests to the API and are left out.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the logs do not answer
   */
  Traffic read(Command command);

  /**
   * What to read.
   *
   * @param span of {@link #SPAN_MAX} at most
   * @param without whose own requests are neither counted nor told; empty to leave nothing out
   */
  record Command(TimeSpan span, Optional<Watcher> without) {}

  /**
   * What was asked. Each request counts once, where its reason is known.
   *
   * @param completeSince before this time the logs were not searched to the end
   * @param timeline newest minute first
   * @param newest what passed and what gates refused, newest first; not what one only reported
   */
  record Traffic(Instant completeSince, List<TrailPeriod> timeline, List<GateEntry> newest) {
    /** Most requests that are told one by one. */
    public static final int NEWEST_MAX = 100;

    public Traffic {
      timeline = List.copyOf(timeline);
      newest = List.copyOf(newest);
    }
  }
}
