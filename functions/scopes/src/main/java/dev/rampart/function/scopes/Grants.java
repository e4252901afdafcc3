package dev.rampart.function.scopes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the API's scopes a person may have. An app client lists what anybody may ask for; only
 * the groups of a person say who gets it (ADR 0003).
 */
final class Grants {
  private static final String API = "rampart/";
  private static final Set<String> EVERYBODY =
      Set.of("rampart/submissions.read", "rampart/submissions.write");
  private static final Map<String, Set<String>> BY_GROUP =
      Map.of(
          "reviewers", Set.of("rampart/submissions.review"),
          "security",
              Set.of("rampart/threats.read", "rampart/threats.write", "rampart/blocks.write"));

  private Grants() {}

  /** Returns the scopes to take away, sorted: every scope of the API that nothing grants. */
  static List<String> suppressed(Collection<String> scopes, Collection<String> groups) {
    return scopes.stream()
        .filter(scope -> scope.startsWith(API) && !isGranted(scope, groups))
        .sorted()
        .toList();
  }

  private static boolean isGranted(String scope, Collection<String> groups) {
    return EVERYBODY.contains(scope)
        || groups.stream()
            .anyMatch(group -> BY_GROUP.getOrDefault(group, Set.of()).contains(scope));
  }
}
