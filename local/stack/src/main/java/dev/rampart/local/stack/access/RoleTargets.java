package dev.rampart.local.stack.access;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.bus.RemoteTargets;
import dev.rampart.local.events.bus.RuleTarget;
import dev.rampart.local.events.bus.TargetAnswer;
import dev.rampart.local.events.destination.ApiDestinations;
import dev.rampart.local.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes on topics and calls API destinations for rules, with the rights of the role of the
 * target, or of EventBridge itself if the target of a topic has none.
 *
 * @param rules the logical ids of the rules of the template whose targets have a role, by their
 *     ARNs; nobody wrote a role for one that was made while the stack runs
 */
public record RoleTargets(
    Map<String, String> rules, AccessControl access, Topics topics, ApiDestinations destinations)
    implements RemoteTargets {
  /** SNS's limit for a message. */
  private static final int MESSAGE_BYTES_MAX = 262_144;

  /** Takes a copy. */
  public RoleTargets {
    rules = Map.copyOf(rules);
  }

  @Override
  public TargetAnswer offer(String ruleArn, RuleTarget target, String text) {
    boolean isTopic = RuleTarget.isTopic(target.arn());
    if (isTopic && !topics.has(target.arn())) {
      return new TargetAnswer.Refused("NO_RESOURCE", "The topic does not exist.");
    }
    Optional<String> refusal =
        target.roleArn().isPresent()
            ? byRole(ruleArn, target.arn(), isTopic)
            : access.rulePublication(target.arn());
    if (refusal.isPresent()) {
      return new TargetAnswer.Refused("NO_PERMISSIONS", refusal.get());
    }
    return isTopic ? publish(target.arn(), text) : destinations.offer(target.arn(), text);
  }

  private Optional<String> byRole(String ruleArn, String arn, boolean isTopic) {
    return Optional.ofNullable(rules.get(ruleArn))
        .flatMap(
            rule ->
                access.function(
                    rule, isTopic ? "sns:Publish" : "events:InvokeApiDestination", arn, Map.of()));
  }

  private TargetAnswer publish(String topicArn, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MESSAGE_BYTES_MAX) {
      return new TargetAnswer.Refused("ERROR_FROM_TARGET", "Message too long");
    }
    topics.publish(topicArn, text);
    return new TargetAnswer.Taken();
  }
}
