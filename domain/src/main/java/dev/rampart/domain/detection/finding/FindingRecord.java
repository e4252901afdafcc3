package dev.rampart.domain.detection.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A finding as it is kept, with its life: it is opened, changed where that is worth telling, and
 * resolved by silence or by a person; one that gets worse after that is open again. Whoever keeps
 * it publishes each version, or a later one in its place.
 *
 * @param incident id, highest severity, newest time and version
 * @param finding as it was at its last change
 * @param openedAt when it was opened, in processing time
 * @param openedVersion the version that opened it, the last time
 * @param changedAt when the newest version was made, in processing time
 * @param resolution why it is closed; empty while it is open
 * @param publishedVersion the newest version that was published, 0 if none was
 * @param notified the highest severity that people were notified of; empty if they never were
 */
public record FindingRecord(
    Incident incident,
    Finding finding,
    Instant openedAt,
    long openedVersion,
    Instant changedAt,
    Optional<Resolution> resolution,
    long publishedVersion,
    Optional<Severity> notified) {
  /** A version that was not published after so long is published by whoever looks after it. */
  public static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(1);

  public FindingRecord {
    finding = finding.withId(incident.id());
  }

  /** Opens a finding. */
  public static FindingRecord open(Finding finding, Instant at) {
    return open(Incident.open(finding.id(), finding.severity(), finding.lastSeen()), finding, at);
  }

  private static FindingRecord open(Incident incident, Finding finding, Instant at) {
    return new FindingRecord(incident, finding, at, 1, at, Optional.empty(), 0, Optional.empty());
  }

  /** Returns the id that it was opened with. */
  public FindingId id() {
    return incident.id();
  }

  /** Returns its newest version, from 1. */
  public long version() {
    return incident.version();
  }

  private boolean isOpen() {
    return resolution.isEmpty();
  }

  /** Returns whether it is open. */
  public FindingState state() {
    return isOpen() ? FindingState.OPEN : FindingState.RESOLVED;
  }

  /**
   * Returns what becomes of it when its detector finds something again: this very record if that is
   * not worth telling, another finding if this one is over. One that a person has judged only
   * remembers that it goes on, so that the judgement holds.
   */
  public FindingRecord foundAgain(Finding found, Instant at) {
    if (incident.isOver(found.lastSeen())) {
      Incident next =
          incident.followedBy(found.id(), found.firstSeen(), found.severity(), found.lastSeen());
      return open(next, found, at);
    }
    if (!isChangedBy(found)) {
      return incident.isChangedBy(found.severity(), found.lastSeen())
          ? with(incident.seenAt(found.lastSeen()))
          : this;
    }
    Incident changed = incident.changedBy(found.severity(), found.lastSeen());
    return new FindingRecord(
        changed,
        found.seenUntil(finding.lastSeen()),
        openedAt,
        isOpen() ? openedVersion : changed.version(),
        at,
        Optional.empty(),
        publishedVersion,
        notified);
  }

  private FindingRecord with(Incident seen) {
    return new FindingRecord(
        seen, finding, openedAt, openedVersion, changedAt, resolution, publishedVersion, notified);
  }

  /**
   * What a person has judged is only worth telling again if it gets worse. Evidence that is sure by
   * now is told at once, if it was the evidence that was not sure: the address can be blocked by
   * now.
   */
  private boolean isChangedBy(Finding found) {
    boolean judged = resolution.filter(Resolution.Judgement.class::isInstance).isPresent();
    return judged
        ? incident.isWorsenedBy(found.severity())
        : incident.isChangedBy(found.severity(), found.lastSeen())
            || (found.isSureByEvidence() && !finding.isSureByEvidence());
  }

  /** Returns it closed, as a new version. */
  public FindingRecord resolvedBy(Resolution reason) {
    return new FindingRecord(
        incident.nextVersion(),
        finding,
        openedAt,
        openedVersion,
        reason.at(),
        Optional.of(reason),
        publishedVersion,
        notified);
  }

  /** Returns it after its newest version was published in that form. */
  public FindingRecord published(Threat as) {
    return new FindingRecord(
        incident,
        finding,
        openedAt,
        openedVersion,
        changedAt,
        resolution,
        version(),
        as.notificationsLeft().isPresent() ? Optional.of(incident.severity()) : notified);
  }

  /** Returns it, however it changed meanwhile, after an older form of it was published. */
  public FindingRecord markedAs(FindingRecord published) {
    return new FindingRecord(
        incident,
        finding,
        openedAt,
        openedVersion,
        changedAt,
        resolution,
        published.publishedVersion,
        published.notified);
  }

  /**
   * Returns whether its newest version is something to notify people of: a threat that is open and
   * worse than what they know.
   */
  public boolean deservesNotification() {
    return isOpen()
        && !finding.detector().isInformational()
        && notified.map(incident.severity()::compareTo).orElse(1) > 0;
  }

  /** Returns whether there is a version that was not published. */
  public boolean needsPublishing() {
    return version() > publishedVersion;
  }

  /**
   * Returns when somebody has to look after it: to publish its newest version, or to close it;
   * empty if nothing is left to do.
   */
  public Optional<Instant> dueAt() {
    if (needsPublishing()) {
      return Optional.of(changedAt.plus(PUBLISHED_WITHIN));
    }
    return isOpen()
        ? Optional.of(incident.lastSeen().plus(Incident.CLOSED_AFTER))
        : Optional.empty();
  }

  /**
   * Returns its newest version as it is published.
   *
   * @param notificationsLeft see {@link Threat}
   */
  public Threat threat(OptionalInt notificationsLeft) {
    return new Threat(change(), finding, version(), changedAt, resolution, notificationsLeft);
  }

  /** Versions may be skipped, so what is published depends on what was published before. */
  private Threat.Change change() {
    if (!isOpen()) {
      return Threat.Change.RESOLVED;
    }
    return publishedVersion < openedVersion ? Threat.Change.DETECTED : Threat.Change.UPDATED;
  }
}
