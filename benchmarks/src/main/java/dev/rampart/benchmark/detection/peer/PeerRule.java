package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import java.util.List;

/** A detection rule or a set of them, with its state; one for each world. */
@FunctionalInterface
public interface PeerRule {

  /** Takes the next signal in order of arrival; returns what it raises, mostly nothing. */
  List<Alert> take(Signal signal);
}
