package dev.rampart.local.stack;

import dev.rampart.local.identity.IdentityServer;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.directory.NewUser;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.secrets.RunSecrets;
import java.util.List;
import java.util.Optional;

/** Sees that the users who are asked for are in the pool. */
record SeedUsers(IdentityServer identity, RunSecrets secrets) {

  /** Creates those who are not there yet, and returns them all. */
  List<Instance.User> ensure(List<SeedUser> users) {
    return users.stream().map(this::ensure).toList();
  }

  private Instance.User ensure(SeedUser seed) {
    String password = secrets.password(seed.name());
    String totp = secrets.totpSecret(seed.name(), TotpCode::newSecret);
    User user = find(seed.name()).orElseGet(() -> create(seed, password, totp));
    return new Instance.User(seed.name(), password, Optional.of(totp), user.sub(), seed.scopes());
  }

  private Optional<User> find(String name) {
    return identity.users().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  private User create(SeedUser seed, String password, String totp) {
    String email = seed.name() + "@example.com";
    return identity.createUser(
        new NewUser(seed.name(), password, Optional.of(email), Optional.of(totp), seed.groups()));
  }
}
