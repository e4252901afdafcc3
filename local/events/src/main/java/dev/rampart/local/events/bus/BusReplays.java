package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.archive.ReplayBus;
import dev.rampart.local.protocol.AwsError;
import java.util.Set;

/** The buses, for replays. */
public record BusReplays(Buses buses, PutEvents putting) implements ReplayBus {
  @Override
  public void require(String busArn, Set<String> ruleArns) {
    Bus bus =
        buses
            .find(busArn)
            .orElseThrow(
                () ->
                    notFound(
                        "Event bus "
                            + busArn.substring(busArn.lastIndexOf('/') + 1)
                            + " does not exist."));
    for (String arn : ruleArns) {
      if (bus.rules().stream().noneMatch(rule -> rule.arn().equals(arn))) {
        throw notFound("Rule " + arn + " does not exist on EventBus " + bus.name() + ".");
      }
    }
  }

  private static AwsError notFound(String message) {
    return new AwsError("ResourceNotFoundException", message);
  }

  @Override
  public void replay(String busArn, Set<String> ruleArns, ObjectNode event) {
    putting.putAgain(
        new PutEventsEntry(busArn, event),
        rule -> ruleArns.isEmpty() || ruleArns.contains(rule.arn()));
  }
}
