package dev.rampart.domain.usecase;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.Optional;

/** The addresses that a threat is about. */
final class ThreatSource {
  private ThreatSource() {}

  /** Returns them; empty if the subject is not an address or a network. */
  static Optional<SourceRange> of(Subject subject) {
    boolean isAddress = subject.kind() == SubjectKind.IP || subject.kind() == SubjectKind.NETWORK;
    return isAddress ? SourceRange.parse(subject.name()) : Optional.empty();
  }
}
