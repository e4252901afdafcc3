package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.List;

/**
 * Keeps the states of subjects and of groups. It knows nothing of what they mean: it adds sums up
 * and unites sets.
 */
public interface StateStore {
  /**
   * Adds observations to the state of a subject and returns the state as it was before that: who
   * adds them to it too knows each state in between.
   *
   * <p>One write, never a read before it; additions commute. An observation that was added before
   * adds nothing, at least while the subject has had no more than {@link SubjectState#IDS_MAX} in
   * that half hour; after that, a repeated one may count again.
   *
   * @param observations at least one
   * @throws PortUnavailable if the store does not answer; they may or may not be added
   */
  SubjectState add(Subject subject, List<Observation> observations);

  /**
   * Adds to the state of a group and returns the state as it was before that. What is given again
   * counts again in its sums, and changes none of its sets.
   *
   * @param news a state of which the news are all that is known
   * @throws PortUnavailable if the store does not answer; they may or may not be added
   */
  GroupState addToGroup(Subject group, GroupState news);
}
