package dev.rampart.benchmark.detection.score;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalEvidence;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Source;
import java.util.Optional;

/** A piece of what signals tell, taken away before detection sees them. */
interface SignalRewrite {

  /** Returns the signal without the piece; empty if all of it is taken away. */
  Optional<Signal> apply(Signal signal);

  /** Drops signals of a kind. */
  static SignalRewrite without(SignalKind kind) {
    return signal -> signal.point().kind() == kind ? Optional.empty() : Optional.of(signal);
  }

  /**
   * Makes each signal be after something else, as if only numbers counted. The accounts of sign-ins
   * stay: they are subjects themselves.
   */
  static Optional<Signal> withoutTargets(Signal signal) {
    if (signal.point() == DetectionPoint.AUTH_FAIL || signal.point() == DetectionPoint.AUTH_OK) {
      return Optional.of(signal);
    }
    String own = letters(signal.id());
    SignalEvidence evidence = signal.evidence();
    SignalEvidence other =
        new SignalEvidence(
            evidence.field().map(_ -> own),
            evidence.attackClass(),
            evidence.score(),
            evidence.excerpt(),
            evidence.rule());
    return Optional.of(with(signal, signal.source(), signal.request().withResourceId(own), other));
  }

  /** Makes all signals of a point be after the same thing, but sign-ins, as above. */
  static Optional<Signal> withOneTarget(Signal signal) {
    if (signal.point() == DetectionPoint.AUTH_FAIL || signal.point() == DetectionPoint.AUTH_OK) {
      return Optional.of(signal);
    }
    SignalEvidence evidence = signal.evidence();
    SignalEvidence other =
        new SignalEvidence(
            evidence.field().map(_ -> "/"),
            evidence.attackClass(),
            evidence.score(),
            evidence.excerpt(),
            evidence.rule());
    return Optional.of(with(signal, signal.source(), signal.request().withResourceId("/"), other));
  }

  /** Takes away user agents. */
  static Optional<Signal> withoutAgents(Signal signal) {
    Source source = signal.source();
    Source other =
        new Source(
            source.address(),
            source.principal(),
            source.client(),
            source.apiKeyId(),
            Optional.empty(),
            source.fingerprint(),
            source.asn());
    return Optional.of(with(signal, other, signal.request(), signal.evidence()));
  }

  /** Takes away users: signals are about their addresses and keys alone. */
  static Optional<Signal> withoutPrincipals(Signal signal) {
    Source source = signal.source();
    Source other =
        new Source(
            source.address(),
            Optional.empty(),
            source.client(),
            source.apiKeyId(),
            source.userAgentHash(),
            source.fingerprint(),
            source.asn());
    return Optional.of(with(signal, other, signal.request(), signal.evidence()));
  }

  /** Returns a rewrite that gives each delivery an id of its own, so repeats count again. */
  static SignalRewrite withoutIds() {
    return new SignalRewrite() {
      private int delivered;

      @Override
      public Optional<Signal> apply(Signal signal) {
        delivered++;
        return Optional.of(
            new Signal(
                new SignalId(signal.id().text() + "-" + delivered),
                signal.observedAt(),
                signal.gate(),
                signal.point(),
                signal.source(),
                signal.request(),
                signal.evidence()));
      }
    };
  }

  private static Signal with(
      Signal signal, Source source, RequestFacts request, SignalEvidence evidence) {
    return new Signal(
        signal.id(), signal.observedAt(), signal.gate(), signal.point(), source, request, evidence);
  }

  /** Numbers in names of fields are those of rows, and count as the same. */
  private static String letters(SignalId id) {
    StringBuilder out = new StringBuilder();
    id.text().chars().forEach(c -> out.append((char) (c <= '9' && c >= '0' ? c - '0' + 'g' : c)));
    return out.toString();
  }
}
