package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.directory.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sign-ins under way. The oldest goes when there are too many. */
final class LoginTransactions {
  private static final int OPEN_MAX = 10_000;
  private static final int SECRET_BYTES = 24;
  private static final int ID_BYTES = 9;

  /** How long a user may look at the first page; each step after it has the client's own time. */
  static final Duration LIFETIME = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Map<String, LoginTransaction> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LoginTransaction> eldest) {
          return size() > OPEN_MAX;
        }
      };

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
            new LoginTransaction.Stage.Password(),
            now.plus(LIFETIME));
    open.put(transaction.id(), transaction);
    return transaction;
  }

  /** Returns a sign-in; empty where id, cookie and form do not belong together. */
  synchronized Optional<LoginTransaction> find(String id, String browserSecret, String csrf) {
    return Optional.ofNullable(open.get(id))
        .filter(transaction -> clock.instant().isBefore(transaction.expires()))
        .filter(transaction -> same(transaction.browserSecret(), browserSecret))
        .filter(transaction -> same(transaction.csrf(), csrf));
  }

  synchronized LoginTransaction advance(LoginTransaction transaction) {
    open.replace(transaction.id(), transaction);
    return transaction;
  }

  /** Ends a sign-in; false where it has ended before. */
  synchronized boolean end(LoginTransaction transaction) {
    return open.remove(transaction.id()) != null;
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
