package dev.rampart.local.run;

import dev.rampart.local.identity.IdentityServer;
import dev.rampart.local.identity.directory.NewUser;
import dev.rampart.local.identity.directory.TotpCode;
import dev.rampart.local.identity.directory.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users that every run has: two who submit, one who reviews, one of the security team. */
record SeedUsers(IdentityServer identity, Keys keys) {
  private static final List<Role> ROLES =
      List.of(
          new Role("ann", List.of(), List.of()),
          new Role("bob", List.of(), List.of()),
          new Role("rita", List.of("reviewers"), List.of("rampart/submissions.review")),
          new Role(
              "sam",
              List.of("security"),
              List.of("rampart/threats.read", "rampart/threats.write", "rampart/blocks.write")));

  private static final List<String> EVERYBODY =
      List.of("rampart/submissions.read", "rampart/submissions.write");

  /** Returns them all; makes those who are not there yet. */
  List<Instance.User> all() {
    List<Instance.User> users = new ArrayList<>();
    for (Role role : ROLES) {
      String password = keys.password(role.name());
      String secret = keys.totpSecret(role.name(), TotpCode::newSecret);
      User user = find(role.name()).orElseGet(() -> create(role, password, secret));
      List<String> scopes = Stream.concat(EVERYBODY.stream(), role.scopes().stream()).toList();
      users.add(new Instance.User(role.name(), password, Optional.of(secret), user.sub(), scopes));
    }
    return List.copyOf(users);
  }

  private Optional<User> find(String name) {
    return identity.users().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  private User create(Role role, String password, String secret) {
    return identity.createUser(
        new NewUser(
            role.name(),
            password,
            Optional.of(role.name() + "@example.com"),
            Optional.of(secret),
            role.groups()));
  }

  private record Role(String name, List<String> groups, List<String> scopes) {}
}
