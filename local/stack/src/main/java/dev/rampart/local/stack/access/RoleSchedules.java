package dev.rampart.local.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.schedules.ScheduleActions;
import dev.rampart.local.schedules.ScheduleSettings;
import java.util.Map;
import java.util.Optional;

/** Acts for schedules with the rights of their roles. */
public record RoleSchedules(AsyncInvoker functions, LocalEvents events, AccessControl access)
    implements ScheduleActions {

  @Override
  public AsyncInvocation invoke(ScheduleSettings schedule, byte[] event) {
    String function = schedule.target().functionArn();
    if (!functions.knows(function)) {
      return new AsyncInvocation.NotFound();
    }
    Optional<String> refusal =
        access.function(schedule.logicalId(), "lambda:InvokeFunction", function, Map.of());
    if (refusal.isPresent()) {
      return new AsyncInvocation.NotPermitted(refusal.get());
    }
    return functions.offer(function, event)
        ? new AsyncInvocation.Accepted()
        : new AsyncInvocation.Throttled();
  }

  @Override
  public void keep(ScheduleSettings schedule, String queueArn, String event, JsonNode attributes) {
    access
        .function(schedule.logicalId(), "sqs:SendMessage", queueArn, Map.of())
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(refusal);
            });
    events.send(queueArn, event, attributes);
  }
}
