package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.state.GroupFeatures;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.List;
import java.util.function.Function;

/** What detectors see of a script of which all is about one subject. */
final class ScriptFeatures {
  private ScriptFeatures() {}

  /** Returns what is seen of a source. */
  static SubjectFeatures ofSource(SignalScript script) {
    return features(script, SignalDigest::forSource);
  }

  /** Returns what is seen of a principal, a key or an account. */
  static SubjectFeatures ofIdentity(SignalScript script) {
    return features(script, SignalDigest::fromNetwork);
  }

  /** Returns what is seen of a network. */
  static SubjectFeatures ofNetwork(SignalScript script) {
    return features(script, SignalDigest::fromSite);
  }

  /** Returns what is seen of a group in which nobody is suspect by himself. */
  static GroupFeatures ofGroup(SignalScript script) {
    GroupState state = new GroupState();
    digests(script).forEach(digest -> state.add(digest.fromSite(), true));
    return new GroupFeatures(state);
  }

  /** Returns what is seen of a group of sources that are all suspect by themselves. */
  static GroupFeatures ofSuspects(SignalScript script) {
    GroupState state = new GroupState();
    digests(script).forEach(digest -> state.addSuspect(digest.fromSite(), false));
    return new GroupFeatures(state);
  }

  private static SubjectFeatures features(
      SignalScript script, Function<SignalDigest, Observation> observed) {
    return new SubjectFeatures(SubjectState.of(digests(script).stream().map(observed).toList()));
  }

  private static List<SignalDigest> digests(SignalScript script) {
    return script.signals().stream().map(ScriptFeatures::digest).toList();
  }

  private static SignalDigest digest(Signal signal) {
    return new SignalDigest(signal, SignalScript.HASH);
  }
}
