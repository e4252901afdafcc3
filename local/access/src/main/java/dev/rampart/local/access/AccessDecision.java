package dev.rampart.local.access;

import java.util.List;

/** Whether a request is allowed, and by what. */
public sealed interface AccessDecision {

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
  static List<String> misses(List<Grant> grants, AccessRequest request) {
    return grants.stream()
        .filter(grant -> !grant.denies() && grant.isAbout(request.action()))
        .map(grant -> grant.place() + " " + miss(grant, request))
        .toList();
  }

  private static String miss(Grant grant, AccessRequest request) {
    return grant.isOn(request)
        ? "wants other values of " + String.join(", ", grant.failed(request))
        : "is about other resources";
  }
}
