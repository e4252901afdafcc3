package dev.rampart.local.access;

import java.util.List;

/** Whether a request is allowed, and by what. */
public sealed interface AccessDecision {
  /** Statements for others that are told one by one: the policy of a key has many. */
  int OTHERS_MAX = 3;

  /** A statement allows it. */
  record Allowed(Grant by) implements AccessDecision {}

  /**
   * It is not allowed.
   *
   * @param why the end of AWS's sentence: {@code because …}, {@code with an explicit deny in …}
   * @param missing what is missing, for whoever writes the template
   */
  record Refused(String why, String missing) implements AccessDecision {}

  /** Returns what a request fails at in each statement that is about its action. */
  static List<String> misses(List<Grant> grants, Principal principal, AccessRequest request) {
    List<Grant> about =
        grants.stream()
            .filter(grant -> !grant.denies() && grant.isAbout(request.action()))
            .toList();
    // What is written for others is not what is missing if something is written for who asks.
    boolean isNamed = about.stream().anyMatch(grant -> grant.isFor(principal));
    if (!isNamed && about.size() > OTHERS_MAX) {
      return List.of(
          "all %d statements about the action name other principals, and %s asks"
              .formatted(about.size(), principal.shown()));
    }
    return about.stream()
        .filter(grant -> !isNamed || grant.isFor(principal))
        .map(grant -> grant.place() + " " + miss(grant, principal, request))
        .toList();
  }

  private static String miss(Grant grant, Principal principal, AccessRequest request) {
    if (!grant.isFor(principal)) {
      return "names another principal (%s), and %s asks"
          .formatted(grant.principals().written(), principal.shown());
    }
    if (!grant.isOn(request)) {
      return "is about other resources";
    }
    List<String> failed = grant.failed(request);
    return failed.isEmpty()
        ? "allows it, but the policy of the key leaves it to no role"
        : "wants other values of " + String.join(", ", failed);
  }
}
