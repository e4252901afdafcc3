package dev.rampart.domain.detection.engine;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.SignalDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom and what a signal is counted under. */
public final class SignalSubjects {
  private static final int USUAL_NUMBER = 4;

  private SignalSubjects() {}

  /**
   * Returns the source: the address, or the /64 of it; empty if that is not known, or if the signal
   * says something of who made the request, and nothing of where it came from.
   */
  public static Optional<Subject> source(SignalDigest digest) {
    return digest.isObjectRead()
        ? Optional.empty()
        : digest.site().map(site -> new Subject(SubjectKind.IP, site));
  }

  /** Returns the principal, the key and the account that a signal is about. */
  public static List<Subject> identities(Signal signal) {
    List<Subject> subjects = new ArrayList<>(USUAL_NUMBER);
    Source source = signal.source();
    SignalKind kind = signal.point().kind();
    source.principal().ifPresent(sub -> subjects.add(new Subject(SubjectKind.PRINCIPAL, sub)));
    if (kind == SignalKind.AUTH_FAIL || kind == SignalKind.AUTH_OK) {
      signal
          .request()
          .resourceId()
          .ifPresent(account -> subjects.add(new Subject(SubjectKind.CREDENTIAL, account)));
    }
    if (kind != SignalKind.THROTTLE && kind != SignalKind.AUTH_FAIL) {
      source.apiKeyId().ifPresent(key -> subjects.add(new Subject(SubjectKind.API_KEY, key)));
    }
    return subjects;
  }

  /** Returns the network of the address, in which several may take turns. */
  public static Optional<Subject> network(SignalDigest digest) {
    return digest.network().map(network -> new Subject(SubjectKind.NETWORK, network));
  }

  /**
   * Returns the groups of sources that a signal belongs to. A request of a principal says nothing
   * about all sources: whoever floods an API is not signed in as hundreds of people, and those who
   * are have got a bad release.
   */
  public static List<Subject> groups(Signal signal) {
    List<Subject> groups = new ArrayList<>(2);
    SignalKind kind = signal.point().kind();
    if (kind == SignalKind.WAF_BLOCK || kind == SignalKind.PROBE) {
      signal
          .evidence()
          .rule()
          .ifPresent(rule -> groups.add(new Subject(SubjectKind.SIGNATURE, rule)));
    }
    if (kind == SignalKind.AUTH_OK) {
      groups.add(global(DetectionPoint.AUTH_FAIL));
    } else if (!kind.isCounterEvidence() && signal.source().principal().isEmpty()) {
      groups.add(global(signal.point()));
    }
    return groups;
  }

  /** Returns the group of all sources with signals of a point. */
  public static Subject global(DetectionPoint point) {
    return new Subject(SubjectKind.GLOBAL, point.name());
  }
}
