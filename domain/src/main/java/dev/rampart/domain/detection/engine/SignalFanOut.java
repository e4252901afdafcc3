package dev.rampart.domain.detection.engine;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import java.util.List;
import java.util.Optional;

/**
 * What the states of others keep of a signal, once its source has been seen: the same for a stream
 * of signals and for a batch.
 */
public final class SignalFanOut {
  /** Takes what a state is to keep; called once for each state and signal. */
  public interface States {
    /** Takes what a principal, a key, an account or a network keeps. */
    void subject(Subject subject, Signal signal, Observation seen);

    /**
     * Takes what a group of sources keeps.
     *
     * @param isFirst whether the source had sent no signal of the kind for ten minutes
     */
    void group(Subject group, Signal signal, Observation seen, boolean isFirst);

    /**
     * Takes what a group keeps of a source that is suspect by itself; called after {@code group}.
     *
     * @param counted whether the group was given the signal too
     */
    void suspect(Subject group, Signal signal, Observation seen, boolean counted);
  }

  private SignalFanOut() {}

  /**
   * Gives a signal to all states but that of its source.
   *
   * @param source what is known of the source, the signal included; empty if it has no address
   */
  public static void toOthers(
      Signal signal, SignalDigest digest, Optional<SourceView> source, States states) {
    SignalKind kind = signal.point().kind();
    boolean vouched = !kind.isCounterEvidence() && source.isPresent() && source.get().vouches();
    Observation seen = vouched ? digest.fromNowhere() : digest.fromNetwork();
    for (Subject identity : SignalSubjects.identities(signal)) {
      // Whoever signs in there with another account says nothing for this one.
      boolean isAccount = identity.kind() == SubjectKind.CREDENTIAL;
      states.subject(identity, signal, isAccount ? digest.fromNetwork() : seen);
    }
    if (kind.isHostile()) {
      SignalSubjects.network(digest)
          .ifPresent(network -> states.subject(network, signal, digest.fromSite()));
    }
    toGroups(signal, digest, source, states);
  }

  private static void toGroups(
      Signal signal, SignalDigest digest, Optional<SourceView> source, States states) {
    List<Subject> groups = SignalSubjects.groups(signal);
    boolean isFirst = source.isEmpty() || source.get().isFirst();
    for (Subject group : groups) {
      states.group(group, signal, digest.fromSite(), isFirst);
    }
    if (source.isPresent() && source.get().isSuspect()) {
      Subject all = SignalSubjects.global(signal.point());
      states.suspect(all, signal, digest.fromSite(), groups.contains(all));
    }
  }
}
