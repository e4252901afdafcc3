package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.collection.BoundedMap;
import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The sign-ins under way. When there are too many, the one not used for longest ends. */
final class LoginTransactions {
  /** Below 6 KB each, since state and nonce have a largest length, and so below 12 MB. */
  private static final int OPEN_MAX = 2_000;

  private static final int SECRET_BYTES = 24;
  private static final int ID_BYTES = 9;

  /** How long a user may look at the first page; each step after it has the client's own time. */
  static final Duration LIFETIME = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Map<String, LoginTransaction> open = new BoundedMap<>(OPEN_MAX);

  LoginTransactions(InstantSource clock) {
    this.clock = clock;
  }

  synchronized LoginTransaction begin(AuthorizationRequest request) {
    Instant now = clock.instant();
    open.values().removeIf(transaction -> !now.isBefore(transaction.expires()));
    LoginTransaction transaction =
        new LoginTransaction(
            RandomText.of(ID_BYTES),
            RandomText.of(SECRET_BYTES),
            RandomText.of(SECRET_BYTES),
            request,
            new LoginTransaction.Stage.Password(false),
            now.plus(LIFETIME));
    open.put(transaction.id(), transaction);
    return transaction;
  }

  /** Returns a sign-in; empty if id, cookie and form do not belong together. */
  synchronized Optional<LoginTransaction> find(String id, String browserSecret, String csrf) {
    return Optional.ofNullable(open.get(id))
        .filter(transaction -> clock.instant().isBefore(transaction.expires()))
        .filter(transaction -> Hashes.equal(transaction.browserSecret(), browserSecret))
        .filter(transaction -> Hashes.equal(transaction.csrf(), csrf));
  }

  synchronized LoginTransaction advance(LoginTransaction transaction) {
    open.replace(transaction.id(), transaction);
    return transaction;
  }

  /** Ends a sign-in; false if it has ended before. */
  synchronized boolean end(LoginTransaction transaction) {
    return open.remove(transaction.id()) != null;
  }
}
