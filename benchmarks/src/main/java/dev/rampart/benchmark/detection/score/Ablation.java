package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.peer.PeerRule;
import dev.rampart.benchmark.detection.peer.Rampart;
import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rampart without one of its parts, as a peer of the whole. */
final class Ablation {

  private Ablation() {}

  /** Returns the whole, and then what is left without each part. */
  static List<Peer> all() {
    List<Peer> all = new ArrayList<>();
    all.add(new Peer("everything", () -> new Rampart(Detectors.standard())));
    List<Detector> detectors = Detectors.standard();
    for (int i = 0; i < detectors.size(); i++) {
      List<Detector> left = new ArrayList<>(detectors);
      Detector removed = left.remove(i);
      all.add(new Peer(removed.getClass().getSimpleName(), () -> new Rampart(left)));
    }
    all.add(rewritten("sign-ins that went well", without(SignalKind.AUTH_OK)));
    all.add(rewritten("reads that went well", without(SignalKind.OBJECT_OK)));
    all.add(rewritten("targets: each its own", () -> SignalRewrite::withoutTargets));
    all.add(rewritten("targets: all the same", () -> SignalRewrite::withOneTarget));
    all.add(rewritten("user agents", () -> SignalRewrite::withoutAgents));
    all.add(rewritten("principals", () -> SignalRewrite::withoutPrincipals));
    all.add(rewritten("ids: repeats count", SignalRewrite::withoutIds));
    return all;
  }

  private static Supplier<SignalRewrite> without(SignalKind kind) {
    return () -> SignalRewrite.without(kind);
  }

  private static Peer rewritten(String name, Supplier<SignalRewrite> rewrite) {
    return new Peer(name, () -> rewritten(rewrite.get(), new Rampart(Detectors.standard())));
  }

  private static PeerRule rewritten(SignalRewrite rewrite, PeerRule rule) {
    return signal -> rewrite.apply(signal).map(rule::take).orElse(List.of());
  }
}
