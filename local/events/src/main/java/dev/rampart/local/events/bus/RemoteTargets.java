package dev.rampart.local.events.bus;

/** Takes what rules have for topics and API destinations. Called by many threads at once. */
@FunctionalInterface
public interface RemoteTargets {

  /**
   * Offers a text to a target, and waits for its answer.
   *
   * @param text what the target gets of the event
   */
  TargetAnswer offer(String ruleArn, RuleTarget target, String text);

  /** Returns those of a bus that is connected to none. */
  static RemoteTargets none() {
    return (_, target, _) ->
        new TargetAnswer.Refused("NO_RESOURCE", "There is no " + target.arn() + ".");
  }
}
