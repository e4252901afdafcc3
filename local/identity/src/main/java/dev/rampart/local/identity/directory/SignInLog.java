package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import dev.rampart.local.identity.settings.PoolSettings.SoftwareToken;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.protocol.http.FaultLog;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells whoever listens how each try to sign in, or to recover a password, goes. A listener that
 * fails is no obstacle to whoever signs in.
 */
public final class SignInLog {
  private static final FaultLog FAULTS = new FaultLog(System.getLogger(SignInLog.class.getName()));
  private static final int KEY_BYTES = 32;
  private static final int HASH_CHARS = 32;

  private final Directory directory;
  private final SoftwareToken wanted;
  private final InstantSource clock;
  private final Consumer<SignInOutcome> listener;
  private final byte[] key;

  /**
   * Tells a listener; names that nobody has are hashed with a key from the store.
   *
   * @param wanted whether the pool asks for one-time codes
   */
  public SignInLog(
      Directory directory,
      SoftwareToken wanted,
      InstantSource clock,
      BlobStore store,
      Consumer<SignInOutcome> listener) {
    this.directory = directory;
    this.wanted = wanted;
    this.clock = clock;
    this.listener = listener;
    this.key = store.readOrCreate("names.key", () -> RandomText.bytes(KEY_BYTES));
  }

  /** Who tries: the name given, the client, and where the request came from. */
  public record Attempt(String name, String clientId, String sourceIp) {}

  /** Reports a password; a right one only if something else is asked for. */
  public void passwordChecked(Attempt attempt, PasswordCheck check) {
    switch (check) {
      case PasswordCheck.Right(User user) -> {
        if (NextStep.of(user, wanted, false) != NextStep.DONE) {
          tell(attempt, Kind.PASSWORD_RIGHT);
        }
      }
      case PasswordCheck.Wrong _ -> tell(attempt, Kind.WRONG_PASSWORD);
      case PasswordCheck.Unknown _ -> tell(attempt, Kind.UNKNOWN_USER);
      case PasswordCheck.LockedOut _ -> tell(attempt, Kind.PASSWORD_LOCKED_OUT);
      case PasswordCheck.Disabled _ -> tell(attempt, Kind.DISABLED);
      case PasswordCheck.Expired _ -> tell(attempt, Kind.EXPIRED_PASSWORD);
    }
  }

  /** Reports a one-time code that was refused; a right one is not the end yet. */
  public void codeChecked(Attempt attempt, CodeCheck check) {
    switch (check) {
      case RIGHT -> {}
      case WRONG -> tell(attempt, Kind.WRONG_CODE);
      case USED -> tell(attempt, Kind.USED_CODE);
      case LOCKED_OUT -> tell(attempt, Kind.CODE_LOCKED_OUT);
    }
  }

  /**
   * Reports that a code for a forgotten password was asked for.
   *
   * @param accepted false if there were too many attempts for the name
   */
  public void recoveryRequested(Attempt attempt, boolean accepted) {
    tell(attempt, accepted ? Kind.RECOVERY_BEGUN : Kind.RECOVERY_LOCKED_OUT);
  }

  /** Reports that the client is told that nobody of the name can recover a password. */
  public void recoveryRefused(Attempt attempt) {
    tell(attempt, Kind.RECOVERY_REFUSED);
  }

  /** Reports a code for a forgotten password. */
  public void recoveryChecked(Attempt attempt, MailedCodes.Check check) {
    switch (check) {
      case RIGHT -> tell(attempt, Kind.PASSWORD_RECOVERED);
      case WRONG, NO_CODE -> tell(attempt, Kind.WRONG_RECOVERY_CODE);
      case TOO_MANY_ATTEMPTS -> tell(attempt, Kind.RECOVERY_LOCKED_OUT);
    }
  }

  /**
   * Reports that every step was passed.
   *
   * @param codeGiven whether one of them was a one-time code
   */
  public void signedIn(Attempt attempt, boolean codeGiven) {
    tell(attempt, codeGiven ? Kind.SIGNED_IN_WITH_CODE : Kind.SIGNED_IN);
  }

  private void tell(Attempt attempt, Kind kind) {
    Optional<User> user = directory.find(attempt.name());
    SignInOutcome outcome =
        new SignInOutcome(
            clock.instant(),
            user.map(User::name).orElseGet(() -> hash(directory.key(attempt.name()))),
            user.map(User::sub),
            attempt.clientId(),
            attempt.sourceIp(),
            kind);
    try {
      listener.accept(outcome);
    } catch (RuntimeException e) {
      FAULTS.log("A sign-in was not logged", e);
    }
  }

  private String hash(String name) {
    byte[] hash = Hashes.hmacSha256(key, Hashes.bytes(name));
    return HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
  }
}
