package dev.rampart.local.access;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides requests in a run, records them, and tells whoever started it what is missing. Safe for
 * use by many threads.
 */
public final class AccessControl {
  private static final String SEND = "sqs:SendMessage";

  private final CallRecord calls;
  private final InstantSource clock;
  private final Consumer<String> told;
  private volatile Basis basis;

  /** A plan, and what was decided by it. */
  private record Basis(AccessPlan plan, RecentDecisions recent, PresentRefusals refusals) {
    static Basis of(AccessPlan plan, InstantSource clock) {
      return new Basis(plan, new RecentDecisions(clock), new PresentRefusals(clock));
    }
  }

  /**
   * Creates a control.
   *
   * @param told gets one line for each kind of request that is refused
   */
  public AccessControl(
      AccessPlan plan, CallRecord calls, InstantSource clock, Consumer<String> told) {
    this.calls = calls;
    this.clock = clock;
    this.told = told;
    this.basis = Basis.of(plan, clock);
  }

  /** Returns what it decides by. */
  public AccessPlan plan() {
    return basis.plan();
  }

  /**
   * Decides by another plan from now on: that of the same template, read again when everything in
   * it has the name that it has in the run.
   */
  public void decideBy(AccessPlan named) {
    basis = Basis.of(named, clock);
  }

  /**
   * Returns the kinds of requests that are refused at present, the oldest first: a refusal is over
   * when the same caller may do the same with the same resource.
   */
  public List<PresentRefusal> refusals() {
    return basis.refusals().all();
  }

  /**
   * Decides a request of a function, or of a schedule or a rule, with the rights of its role.
   *
   * @param logicalId of the function, the schedule or the rule
   * @param context the values of the service's own condition keys
   * @return AWS's sentence if it is refused
   */
  public Optional<String> function(
      String logicalId, String action, String resource, Map<String, List<String>> context) {
    Basis now = basis;
    Principal.Role role = now.plan().role(logicalId);
    Map<String, List<String>> circumstances = now.plan().contextOf(role, clock);
    for (AccessRequest request :
        now.plan().expanded(new AccessRequest(action, resource, context))) {
      Optional<String> refusal = decide(now, logicalId, role, request, request.with(circumstances));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * Says whether a queue takes what a service sends. One that was made while the stack runs takes
   * all: nobody wrote a policy for it in the template.
   *
   * @param service for example {@code events.amazonaws.com}
   * @param sourceArn of the rule, the bus or the topic that it sends for
   * @return the reason if it does not
   */
  public Optional<String> delivery(String service, String sourceArn, String queueArn) {
    Basis now = basis;
    return now.plan().resources().containsKey(queueArn)
        ? service(now, service, sourceArn, SEND, queueArn)
        : Optional.empty();
  }

  /**
   * Says whether a service may use the key of a resource that it encrypts by itself, for nobody.
   *
   * @param boundArn what the encryption context names: for an archive its bus, else the resource
   * @param actions of KMS
   * @return the reason if it may not; empty as well if the resource has no key of its own
   */
  public Optional<String> keyUse(
      String service, String resourceArn, String boundArn, List<String> actions) {
    Basis now = basis;
    return now.plan()
        .keyOf(resourceArn)
        .map(key -> new RecentDecisions.Question(service, resourceArn, actions, key))
        .flatMap(question -> now.recent().answer(question, () -> keyUse(now, question, boundArn)));
  }

  private Optional<String> keyUse(Basis now, RecentDecisions.Question question, String boundArn) {
    String service = question.service();
    Principal.Service principal = new Principal.Service(service);
    Map<String, List<String>> context =
        new HashMap<>(now.plan().contextOf(principal, question.sourceArn(), clock));
    context.putAll(EncryptionContext.of(boundArn));
    context.put(ContextKeys.KMS_CALLER_ACCOUNT, List.of(now.plan().stack().accountId()));
    for (String action : question.actions()) {
      // Which resource it is for makes no other kind of call: a stack has many log groups.
      AccessRequest request = new AccessRequest(action, question.resource(), Map.of());
      Optional<String> refusal = decide(now, service, principal, request, request.with(context));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * Says whether a topic takes what an alarm publishes. The policy that a topic has if the template
   * writes none lets the account's own alarms publish.
   *
   * @return the reason if it does not
   */
  public Optional<String> publication(String alarmArn, String topicArn) {
    Basis now = basis;
    return now.plan().policies().hasPolicy(topicArn)
        ? service(now, "cloudwatch.amazonaws.com", alarmArn, "sns:Publish", topicArn)
        : Optional.empty();
  }

  /**
   * Says whether a topic takes what EventBridge publishes in its own name. Such a request has
   * neither the ARN of the rule nor the account (EventBridge User Guide, "Using resource-based
   * policies for Amazon EventBridge": no conditions in the policy of a topic).
   *
   * @return the reason if it does not
   */
  public Optional<String> rulePublication(String topicArn) {
    Basis now = basis;
    String service = "events.amazonaws.com";
    Principal.Service principal = new Principal.Service(service);
    Map<String, List<String>> context = new HashMap<>(now.plan().contextOf(principal, "", clock));
    context.keySet().removeAll(List.of(ContextKeys.SOURCE_ARN, ContextKeys.SOURCE_ACCOUNT));
    for (AccessRequest request :
        now.plan().expanded(new AccessRequest("sns:Publish", topicArn, Map.of()))) {
      Optional<String> refusal = decide(now, service, principal, request, request.with(context));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
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
    return service(basis, service, sourceArn, action, resource);
  }

  private Optional<String> service(
      Basis now, String service, String sourceArn, String action, String resource) {
    return now.recent()
        .answer(
            new RecentDecisions.Question(service, sourceArn, List.of(action), resource),
            () -> ask(now, service, sourceArn, action, resource));
  }

  private Optional<String> ask(
      Basis now, String service, String sourceArn, String action, String resource) {
    Principal.Service principal = new Principal.Service(service);
    Map<String, List<String>> context = now.plan().contextOf(principal, sourceArn, clock);
    for (AccessRequest request :
        now.plan().expanded(new AccessRequest(action, resource, Map.of()))) {
      Optional<String> refusal =
          decide(now, service, principal, request.with(source(sourceArn)), request.with(context));
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
      Basis now, String caller, Principal principal, AccessRequest own, AccessRequest request) {
    return switch (now.plan().policies().decide(principal, request)) {
      case AccessDecision.Allowed(Grant by) -> {
        var _ =
            calls.add(
                new RecordedCall(
                    caller, own.action(), own.resource(), own.context(), by.name(), ""));
        now.refusals().allowed(now.plan(), caller, own);
        yield Optional.empty();
      }
      case AccessDecision.Refused(String why, String missing) -> {
        RecordedCall call =
            new RecordedCall(caller, own.action(), own.resource(), own.context(), "", missing);
        Supplier<String> line = () -> line(now.plan(), principal, request, call);
        now.refusals().refused(now.plan(), caller, own, line);
        if (calls.add(call)) {
          told.accept(line.get());
        }
        yield Optional.of(
            "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(
                    principal instanceof Principal.Role role ? role.sessionArn() : caller,
                    own.action(),
                    own.resource(),
                    why));
      }
    };
  }

  private static String line(
      AccessPlan now, Principal principal, AccessRequest request, RecordedCall call) {
    String what =
        "does not allow %s on %s%s: %s"
            .formatted(
                call.action(),
                call.resource(),
                call.context().isEmpty() ? "" : " with " + call.context(),
                call.missing());
    return "refused to %s: %s"
        .formatted(
            call.caller(),
            now.holder(principal, request)
                .map(holder -> String.valueOf(holder.fault(what).getMessage()))
                .orElse("the policy of the resource " + what));
  }
}
