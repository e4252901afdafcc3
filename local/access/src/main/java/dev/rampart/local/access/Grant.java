package dev.rampart.local.access;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Locale;

/**
 * A statement, ready to be asked.
 *
 * @param statement as it is written
 * @param actions in lower case, prepared
 * @param butActions whether {@code actions} are those of {@code NotAction}
 * @param resources none if the policy is one of a resource and names none
 * @param butResources whether {@code resources} are those of {@code NotResource}
 * @param tests all of its condition
 */
public record Grant(
    Statement statement,
    boolean denies,
    List<String> actions,
    boolean butActions,
    List<PolicyText> resources,
    boolean butResources,
    PrincipalSet principals,
    List<ContextTest> tests) {

  /** Says whether an action is one of those it is about. */
  public boolean isAbout(String action) {
    String folded = action.toLowerCase(Locale.ROOT);
    return actions.stream().anyMatch(one -> Wildcards.matchPrepared(one, folded)) != butActions;
  }

  /** Says whether a request is for one of its resources. */
  boolean isOn(AccessRequest request) {
    boolean named =
        resources.stream()
            .flatMap(text -> text.in(request).stream())
            .anyMatch(pattern -> isOn(pattern, request.resource()));
    return named != butResources;
  }

  private static boolean isOn(String pattern, String resource) {
    return (pattern.length() == 1 && pattern.charAt(0) == Wildcards.ANY)
        || pattern.equals(resource)
        || Wildcards.matchResource(pattern, resource);
  }

  /** Returns the keys of the tests that a request does not pass, each once. */
  public List<String> failed(AccessRequest request) {
    return tests.stream()
        .filter(test -> !test.holds(request))
        .map(ContextTest::key)
        .distinct()
        .toList();
  }

  /** Says whether it is written for a principal; the statements of a role name nobody. */
  boolean isFor(Principal principal) {
    return principals.isEmpty() ? principal instanceof Principal.Role : principals.names(principal);
  }

  /** Says whether it applies to a request. */
  boolean applies(AccessRequest request) {
    return isAbout(request.action())
        && isOn(request)
        && tests.stream().allMatch(test -> test.holds(request));
  }

  /** Returns its name and where it is written, as {@code ApiRole WriteOwnLog (line 783)}. */
  public String place() {
    return statement.holder().logicalId() + " " + statement.name() + " (line " + line() + ")";
  }

  /** Returns what recorded calls name it by, as {@code ApiRole/WriteOwnLog}. */
  public String name() {
    return statement.holder().logicalId() + "/" + statement.name();
  }

  /** Returns the line of the statement in the template, from 1. */
  public int line() {
    JsonPointer at = statement.at();
    return statement.holder().line(at);
  }
}
