package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.port.in.FollowUpFindings;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link FollowUpFindings} over the store; one finding that fails does not hold up the others. */
public record FollowUpFindingsUseCase(FindingPublication publication, InstantSource clock)
    implements FollowUpFindings {
  /** What a function can do in its time; the next call goes on. */
  static final int FINDINGS_MAX = 500;

  @Override
  public Result followUp() {
    Instant now = MillisClock.now(clock);
    List<Threat> published = new ArrayList<>();
    int failed = 0;
    for (FindingRecord due : publication.findings().due(now, FINDINGS_MAX)) {
      try {
        current(due, now).map(record -> publication.publish(record, now)).ifPresent(published::add);
      } catch (PortUnavailable _) {
        failed++;
      }
    }
    return new Result(published, failed);
  }

  /** Returns what is to be published; empty if somebody else changed it meanwhile. */
  private Optional<FindingRecord> current(FindingRecord due, Instant now) {
    return due.needsPublishing()
        ? Optional.of(due)
        : publication.findings().resolve(due, new Resolution.Silence(now));
  }
}
