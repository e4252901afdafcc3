package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.directory.User.SoftwareToken;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks passwords and one-time codes, and locks names that are being guessed at. */
public final class CredentialChecker {
  /** A clock may be wrong by one step either way. */
  private static final int STEPS_APART_MAX = 1;

  private static final int LOCKS = 64;

  private final Directory directory;
  private final InstantSource clock;
  private final Lockout passwordFailures;
  private final Lockout codeFailures;
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  /** Checks against the users of a directory. */
  public CredentialChecker(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
    this.passwordFailures = new Lockout(clock);
    this.codeFailures = new Lockout(clock);
  }

  /** Checks a name and a password. */
  public PasswordCheck password(String name, String password) {
    return proof(name, user -> directory.passwordMatches(user, password));
  }

  /** Checks any proof of the password; one at a time for each name, so that none is uncounted. */
  public PasswordCheck proof(String name, Proof proof) {
    if (!Directory.canBeName(name)) {
      // Nobody has such a name, so nothing is kept of it; the work is done all the same.
      proof.holds(Optional.empty());
      return new PasswordCheck.Unknown();
    }
    String key = directory.key(name);
    synchronized (lock(key)) {
      if (passwordFailures.isLocked(key)) {
        return new PasswordCheck.LockedOut();
      }
      Optional<User> user = directory.find(name);
      boolean right = proof.holds(user);
      if (user.isEmpty() || !right) {
        passwordFailures.failed(key);
        return user.<PasswordCheck>map(PasswordCheck.Wrong::new)
            .orElseGet(PasswordCheck.Unknown::new);
      }
      passwordFailures.succeeded(key);
      return admit(user.get());
    }
  }

  /** Checks a one-time code; a right one is used up. */
  public CodeCheck code(String name, String code) {
    return code(name, user -> user.token().filter(SoftwareToken::verified), code);
  }

  /** Checks the first code of a new authenticator app, which a right one puts into use. */
  public CodeCheck firstCode(String name, String secret, String code) {
    return code(name, _ -> Optional.of(new SoftwareToken(secret, false, 0)), code);
  }

  private CodeCheck code(String name, Function<User, Optional<SoftwareToken>> token, String code) {
    String key = directory.key(name);
    synchronized (lock(key)) {
      if (codeFailures.isLocked(key)) {
        return CodeCheck.LOCKED_OUT;
      }
      Optional<User> user = directory.find(name);
      CodeCheck check =
          user.flatMap(found -> token.apply(found).map(t -> use(found, t, code)))
              .orElse(CodeCheck.WRONG);
      switch (check) {
        case RIGHT -> codeFailures.succeeded(key);
        case WRONG -> codeFailures.failed(key);
        case USED, LOCKED_OUT -> {}
      }
      return check;
    }
  }

  /** What shows that somebody knows the password; does its work for an unknown user too. */
  @FunctionalInterface
  public interface Proof {
    boolean holds(Optional<User> user);
  }

  private PasswordCheck admit(User user) {
    if (!user.enabled()) {
      return new PasswordCheck.Disabled(user);
    }
    boolean expired =
        user.password()
            .flatMap(Password::temporaryUntil)
            .filter(clock.instant()::isAfter)
            .isPresent();
    return expired ? new PasswordCheck.Expired(user) : new PasswordCheck.Right(user);
  }

  private CodeCheck use(User user, SoftwareToken token, String code) {
    long now = TotpCode.step(clock.instant());
    for (long step = now - STEPS_APART_MAX; step <= now + STEPS_APART_MAX; step++) {
      if (TotpCode.ofStep(token.secret(), step).equals(code)) {
        return useStep(user, token, step);
      }
    }
    return CodeCheck.WRONG;
  }

  private CodeCheck useStep(User user, SoftwareToken token, long step) {
    if (step <= token.lastStep()) {
      return CodeCheck.USED;
    }
    SoftwareToken used = new SoftwareToken(token.secret(), true, step);
    directory.change(user.name(), current -> current.withToken(Optional.of(used)));
    return CodeCheck.RIGHT;
  }

  private Object lock(String key) {
    return locks[Math.floorMod(key.hashCode(), LOCKS)];
  }
}
