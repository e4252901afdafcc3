package dev.rampart.local.stack;

import com.fasterxml.jackson.core.JsonPointer;
import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.util.Map;
import java.util.Optional;

/** Refuses destinations of events and batches that are nothing of the template. */
record DestinationReferences(Stack stack) {
  private static final String DEFAULT_BUS = "event-bus/default";

  void check(StackPlan plan) {
    for (FunctionSettings function : plan.functions()) {
      Resource owner = stack.get(function.logicalId());
      String config = "/EventInvokeConfig/DestinationConfig/";
      require(plan, owner, config + "OnSuccess", function.async().onSuccess());
      require(plan, owner, config + "OnFailure", function.async().onFailure());
    }
    plan.streamMappings()
        .forEach(
            (id, mapping) ->
                require(plan, stack.get(id), "/DestinationConfig/OnFailure", mapping.onFailure()));
  }

  private void require(
      StackPlan plan, Resource owner, String property, Optional<Destination> named) {
    Optional<Destination> stray = named.filter(to -> !isThere(plan, to));
    if (stray.isPresent()) {
      throw owner.fault(
          JsonPointer.compile(property + "/Destination"), "names nothing of the template");
    }
  }

  private boolean isThere(StackPlan plan, Destination to) {
    return switch (to.kind()) {
      case QUEUE -> hasArn("AWS::SQS::Queue", to.arn());
      case TOPIC -> plan.topics().hasTopic(to.arn());
      case BUS -> hasBus(to.arn());
      case FUNCTION -> plan.hasFunction(to.arn());
    };
  }

  /** Says whether there is a bus of an ARN; the default bus is always there. */
  boolean hasBus(String arn) {
    return hasArn("AWS::Events::EventBus", arn)
        || arn.equals(stack.pseudoParameters().arn("events", DEFAULT_BUS));
  }

  private boolean hasArn(String type, String arn) {
    return stack.ofType(type).stream()
        .map(resource -> resource.physical().attributes())
        .map(Map::entrySet)
        .anyMatch(attributes -> attributes.contains(Map.entry("Arn", arn)));
  }
}
