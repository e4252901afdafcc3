package dev.rampart.local.run;

import dev.rampart.local.stack.SeedUser;
import java.util.List;
import java.util.stream.Stream;

/** The users that every run has: two who submit, one who reviews, one of the security team. */
final class RampartUsers {
  private static final List<String> EVERYBODY =
      List.of("rampart/submissions.read", "rampart/submissions.write");

  private RampartUsers() {}

  static List<SeedUser> all() {
    return List.of(
        user("ann", List.of()),
        user("bob", List.of()),
        user("rita", List.of("reviewers"), "rampart/submissions.review"),
        user(
            "sam",
            List.of("security"),
            "rampart/threats.read",
            "rampart/threats.write",
            "rampart/blocks.write"));
  }

  private static SeedUser user(String name, List<String> groups, String... scopes) {
    return new SeedUser(
        name, groups, Stream.concat(EVERYBODY.stream(), Stream.of(scopes)).toList());
  }
}
