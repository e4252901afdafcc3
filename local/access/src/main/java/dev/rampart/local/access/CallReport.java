package dev.rampart.local.access;

import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What functions were seen to do, beside what their roles grant.
 *
 * @param services what services did for the stack
 * @param faults what is wrong with the reasons that the template gives for grants without use
 */
public record CallReport(
    List<FunctionCalls> functions, List<RecordedCall> services, List<String> faults) {

  /**
   * The calls of one function.
   *
   * @param unused what its role grants and none of its functions used
   */
  public record FunctionCalls(
      String function,
      String role,
      List<AllowedCall> allowed,
      List<UnusedGrant> unused,
      List<RecordedCall> refused) {}

  /**
   * A call and the statement that allowed it.
   *
   * @param line of the statement in the template; 0 if it is not there any more
   */
  public record AllowedCall(String action, String resource, String statement, int line) {}

  /**
   * A grant without use.
   *
   * @param reason why it is there nevertheless; empty if the template gives none
   */
  public record UnusedGrant(String action, String statement, int line, String reason) {}

  /**
   * Compares calls with the roles of a template.
   *
   * @throws dev.rampart.local.template.source.TemplateException if the template does not hold
   *     together
   */
  public static CallReport of(Template template, List<RecordedCall> calls) {
    Stack stack = template.stack(Map.of());
    AccessPlan plan =
        AccessReader.read(
            stack,
            stack.resources().stream()
                .filter(resource -> AccessReader.takes(resource.type()))
                .map(resource -> resource.read())
                .toList());
    UnusedReasons reasons = new UnusedReasons(template);
    List<FunctionCalls> functions =
        plan.roles().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> ofFunction(entry.getKey(), entry.getValue(), plan, calls, reasons))
            .toList();
    return new CallReport(
        functions,
        calls.stream().filter(call -> !plan.roles().containsKey(call.caller())).toList(),
        reasons.faults());
  }

  /** Says whether everything that was asked for was allowed, and everything allowed has a use. */
  public boolean isClean() {
    return faults.isEmpty()
        && services.stream().allMatch(RecordedCall::allowed)
        && functions.stream()
            .allMatch(
                function ->
                    function.refused().isEmpty()
                        && function.unused().stream().noneMatch(u -> u.reason().isEmpty()));
  }

  private static FunctionCalls ofFunction(
      String function,
      Principal.Role role,
      AccessPlan plan,
      List<RecordedCall> calls,
      UnusedReasons reasons) {
    List<Grant> grants = plan.policies().ofRoles().getOrDefault(role.logicalId(), List.of());
    List<RecordedCall> own = calls.stream().filter(call -> call.caller().equals(function)).toList();
    return new FunctionCalls(
        function,
        role.logicalId(),
        own.stream().filter(RecordedCall::allowed).map(call -> allowed(call, grants)).toList(),
        unused(role.logicalId(), grants, calls, reasons),
        own.stream().filter(call -> !call.allowed()).toList());
  }

  private static AllowedCall allowed(RecordedCall call, List<Grant> grants) {
    int line =
        grants.stream()
            .filter(grant -> grant.name().equals(call.statement()))
            .findFirst()
            .map(Grant::line)
            .orElse(0);
    return new AllowedCall(call.action(), call.resource(), call.statement(), line);
  }

  private static List<UnusedGrant> unused(
      String role, List<Grant> grants, List<RecordedCall> calls, UnusedReasons reasons) {
    List<UnusedGrant> unused = new ArrayList<>();
    for (Grant grant : grants) {
      for (String action : grant.denies() ? List.<String>of() : grant.statement().actions()) {
        boolean used =
            calls.stream()
                .anyMatch(
                    call ->
                        call.statement().equals(grant.name())
                            && Wildcards.match(action, call.action()));
        String reason = reasons.of(action, role, used);
        if (!used) {
          unused.add(new UnusedGrant(action, grant.name(), grant.line(), reason));
        }
      }
    }
    return unused;
  }
}
