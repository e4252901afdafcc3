package dev.rampart.domain.detection.finding;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Which findings a list holds; what is empty is not asked for.
 *
 * @param subject about whom or what
 * @param scope about what kind of subject
 * @param severity the highest that the finding has had
 * @param openedFrom opened at this time or later
 * @param openedBefore opened before this time
 */
public record FindingFilter(
    Optional<Subject> subject,
    Optional<SubjectKind> scope,
    Optional<DetectorKind> detector,
    Optional<Severity> severity,
    Optional<FindingState> state,
    Optional<Instant> openedFrom,
    Optional<Instant> openedBefore) {
  /** Takes every finding. */
  public static final FindingFilter ALL =
      new FindingFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Returns a filter that takes the findings about one subject. */
  public static FindingFilter about(Subject subject) {
    return new FindingFilter(
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns whether the list holds that finding. */
  public boolean takes(FindingRecord record) {
    Subject about = record.finding().subject();
    return is(subject, about)
        && is(scope, about.kind())
        && is(detector, record.finding().detector())
        && is(severity, record.incident().severity())
        && is(state, record.state())
        && openedFrom.filter(record.openedAt()::isBefore).isEmpty()
        && openedBefore.filter(end -> !record.openedAt().isBefore(end)).isEmpty();
  }

  private static <T> boolean is(Optional<T> wanted, T actual) {
    return wanted.isEmpty() || wanted.get().equals(actual);
  }
}
