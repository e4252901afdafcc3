package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Profile;
import java.util.List;

/** Keeps a profile of each subject: what it did lately. */
public interface ProfileStore {
  /**
   * Adds signals to the profile of one subject and returns the profile after that.
   *
   * <p>One write, never a read before it; additions commute. A signal that was added before adds
   * nothing, at least while the subject has had no more than {@link
   * dev.rampart.domain.detection.detector.SignalCountDetector#SIGNALS_MAX} signals in that half
   * hour; after that, a repeated one may count again.
   *
   * @throws PortUnavailable if the store does not answer; the signals may or may not be added
   */
  Profile add(Subject subject, List<Signal> signals);
}
