package dev.rampart.local.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides requests in a run, records them, and tells whoever started it what is missing. Safe for
 * use by many threads.
 *
 * @param told gets one line for each kind of request that is refused
 */
public record AccessControl(
    AccessPlan plan, CallRecord calls, InstantSource clock, Consumer<String> told) {

  /**
   * Decides a request of a function.
   *
   * @param context the values of the service's own condition keys
   * @return AWS's sentence if it is refused
   */
  public Optional<String> function(
      String logicalId, String action, String resource, Map<String, List<String>> context) {
    Principal.Role role = plan.roles().get(logicalId);
    if (role == null) {
      throw new IllegalArgumentException("There is no function " + logicalId + ".");
    }
    Map<String, List<String>> circumstances = plan.contextOf(role, clock);
    for (AccessRequest request : plan.expanded(new AccessRequest(action, resource, context))) {
      Optional<String> refusal = decide(logicalId, role, request, request.with(circumstances));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * Says whether a queue takes what a rule sends. One that was made while the stack runs takes all:
   * nobody wrote a policy for it in the template.
   *
   * @return the reason if it does not
   */
  public Optional<String> delivery(String ruleArn, String queueArn) {
    return plan.resources().contains(queueArn)
        ? service("events.amazonaws.com", ruleArn, "sqs:SendMessage", queueArn)
        : Optional.empty();
  }

  /**
   * Says whether a topic takes what an alarm publishes. The policy that a topic has if the template
   * writes none lets the account's own alarms publish.
   *
   * @return the reason if it does not
   */
  public Optional<String> publication(String alarmArn, String topicArn) {
    return plan.policies().hasPolicy(topicArn)
        ? service("cloudwatch.amazonaws.com", alarmArn, "sns:Publish", topicArn)
        : Optional.empty();
  }

  /**
   * Decides a request of a service for a resource of the stack.
   *
   * @param service for example {@code events.amazonaws.com}
   * @param sourceArn of the resource that the service acts for
   * @return the reason if it is refused
   */
  public Optional<String> service(
      String service, String sourceArn, String action, String resource) {
    Principal.Service principal = new Principal.Service(service);
    Map<String, List<String>> context = plan.contextOf(principal, sourceArn, clock);
    for (AccessRequest request : plan.expanded(new AccessRequest(action, resource, Map.of()))) {
      Optional<String> refusal =
          decide(service, principal, request.with(source(sourceArn)), request.with(context));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Map<String, List<String>> source(String arn) {
    return Map.of(ContextKeys.SOURCE_ARN, List.of(arn));
  }

  /**
   * Decides one request.
   *
   * @param own the request with what is worth recording of its circumstances
   */
  private Optional<String> decide(
      String caller, Principal principal, AccessRequest own, AccessRequest request) {
    return switch (plan.policies().decide(principal, request)) {
      case AccessDecision.Allowed(Grant by) -> {
        var _ =
            calls.add(
                new RecordedCall(
                    caller, own.action(), own.resource(), own.context(), by.name(), ""));
        yield Optional.empty();
      }
      case AccessDecision.Refused(String why, String missing) -> {
        refused(
            caller,
            new RecordedCall(caller, own.action(), own.resource(), own.context(), "", missing));
        String user = principal instanceof Principal.Role role ? role.sessionArn() : caller;
        yield Optional.of(
            "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(user, own.action(), own.resource(), why));
      }
    };
  }

  private void refused(String caller, RecordedCall call) {
    if (calls.add(call)) {
      told.accept(told(caller, call));
    }
  }

  private String told(String caller, RecordedCall call) {
    String what =
        "does not allow %s on %s%s: %s"
            .formatted(
                call.action(),
                call.resource(),
                call.context().isEmpty() ? "" : " with " + call.context(),
                call.missing());
    return Optional.ofNullable(plan.roles().get(caller))
        .map(role -> plan.holders().get(role.logicalId()))
        .map(holder -> "refused to " + caller + ": " + holder.fault(what).getMessage())
        .orElse("refused to " + caller + ": the policy of the resource " + what);
  }
}
