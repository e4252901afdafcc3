package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.NotificationBudget;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * Publishes findings that are stored, and marks them. A crash in between leaves a version that is
 * due, and it is published again.
 *
 * @param budget how often people are notified
 */
public record FindingPublication(
    FindingStore findings,
    ThreatPublisher publisher,
    NotificationBudget budget,
    ThreatMetrics metrics) {
  /**
   * People are notified so often in an hour: an attack from ten thousand sources may take two hours
   * of the clock, and more than 50 would not be read.
   */
  static final int NOTIFICATIONS_PER_HOUR = 24;

  /** So many of them wait for what sums up many sources, which the flood must not drown. */
  static final int KEPT_FOR_GROUPS = 4;

  /**
   * Publishes the newest version of a finding.
   *
   * @throws PortUnavailable if it was not published, or not marked
   */
  Threat publish(FindingRecord record, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Threat threat = record.threat(notificationsLeft(record, hour));
    try {
      publisher.publish(List.of(threat));
    } catch (PortUnavailable e) {
      // It is tried again every minute: an outage must not use up the notifications of its hour.
      if (threat.notificationsLeft().isPresent()) {
        budget.giveBack(hour);
      }
      throw e;
    }
    findings.markPublished(record.published(threat));
    metrics.threat(threat);
    return threat;
  }

  private OptionalInt notificationsLeft(FindingRecord record, Instant hour) {
    return record.deservesNotification()
        ? budget.take(hour, hourlyLimit(record.finding().subject().kind()))
        : OptionalInt.empty();
  }

  /** Returns up to how many notifications of an hour one about such a subject is sent. */
  public static int hourlyLimit(SubjectKind about) {
    return about.isGroup() ? NOTIFICATIONS_PER_HOUR : NOTIFICATIONS_PER_HOUR - KEPT_FOR_GROUPS;
  }
}
