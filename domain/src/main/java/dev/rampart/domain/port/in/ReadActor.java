package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.trail.TrailPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody of the security team asks what one address, principal, client or key did. */
public interface ReadActor {
  /**
   * Reads it all.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the logs or a store do not answer
   */
  Actor read(Command command);

  /** Who, and from when. */
  record Command(Subject subject, TimeSpan span) {}

  /**
   * What somebody did.
   *
   * @param completeSince before this time the logs were not searched to the end
   * @param timeline newest hour first
   * @param newest what gates had against it, newest first
   * @param findings about it, newest first
   * @param block its own that is in force, else that of the narrowest range around it, else the
   *     last one of its own as long as it is kept; only addresses have any
   */
  record Actor(
      Instant completeSince,
      List<TrailPeriod> timeline,
      List<GateEntry> newest,
      List<FindingRecord> findings,
      Optional<Block> block) {
    /** Most entries that are told one by one. */
    public static final int NEWEST_MAX = 50;

    public Actor {
      timeline = List.copyOf(timeline);
      newest = List.copyOf(newest);
      findings = List.copyOf(findings);
    }
  }
}
