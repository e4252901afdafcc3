package dev.rampart.local.events.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.util.Set;

/** What replays put events on. Called by many threads at once. */
public interface ReplayBus {
  /**
   * Refuses a bus or rules that are not there.
   *
   * @throws AwsError with EventBridge's words
   */
  void require(String busArn, Set<String> ruleArns);

  /**
   * Puts an event that was on the bus before.
   *
   * @param ruleArns the rules that get it; none for all
   * @throws AwsError if it is not taken
   */
  void replay(String busArn, Set<String> ruleArns, ObjectNode event);
}
