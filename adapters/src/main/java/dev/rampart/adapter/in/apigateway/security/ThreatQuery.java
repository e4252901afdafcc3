package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingState;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The query of the list of threats. */
final class ThreatQuery {
  static final Set<String> PARAMETERS =
      Set.of("limit", "cursor", "severity", "detector", "scope", "subject", "state", "from", "to");

  private static final Choice<Severity> SEVERITY =
      new Choice<>("severity", Severity.values(), Severity::wireName);
  private static final Choice<DetectorKind> DETECTOR =
      new Choice<>("detector", DetectorKind.values(), DetectorKind::name);
  private static final Choice<SubjectKind> SCOPE =
      new Choice<>("scope", SubjectKind.values(), SubjectKind::wireName);
  private static final Choice<FindingState> STATE =
      new Choice<>("state", FindingState.values(), FindingState::wireName);

  private ThreatQuery() {}

  /**
   * Returns the filter in a query.
   *
   * @throws RefusedRequest if a parameter is malformed, there is a subject without its scope, or
   *     the span of times is empty
   */
  static FindingFilter filter(Query query) {
    Optional<SubjectKind> scope = SCOPE.in(query);
    Optional<Instant> from = SpanQuery.time(query, "from");
    Optional<Instant> to = SpanQuery.time(query, "to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw SpanQuery.invalid("The parameter `from` must be a time before `to`.");
    }
    return new FindingFilter(
        query.value("subject").map(text -> subject(scope, text)),
        scope,
        DETECTOR.in(query),
        SEVERITY.in(query),
        STATE.in(query),
        from,
        to);
  }

  /** Returns a name of the list that the filter makes, to which a cursor is bound. */
  static String list(FindingFilter filter) {
    return String.join(
        ":",
        "THREATS",
        filter.scope().map(SubjectKind::wireName).orElse(""),
        filter.detector().map(DetectorKind::name).orElse(""),
        filter.severity().map(Severity::wireName).orElse(""),
        filter.state().map(FindingState::wireName).orElse(""),
        filter.openedFrom().map(Instant::toString).orElse(""),
        filter.openedBefore().map(Instant::toString).orElse(""),
        filter.subject().map(Subject::name).orElse(""));
  }

  private static Subject subject(Optional<SubjectKind> scope, String text) {
    return scope
        .flatMap(kind -> SubjectText.parse(kind, text))
        .orElseThrow(
            () ->
                new RefusedRequest(
                    CommonProblem.INVALID_QUERY.because(
                        "The parameter `subject` must be a name of the kind that `scope` says.")));
  }
}
