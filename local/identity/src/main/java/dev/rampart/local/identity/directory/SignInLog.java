package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import dev.rampart.local.identity.store.BlobStore;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells whoever listens how each try to sign in, or to recover a password, ended. */
public final class SignInLog {
  private static final int KEY_BYTES = 32;
  private static final int HASH_CHARS = 32;

  private final Directory directory;
  private final InstantSource clock;
  private final Consumer<SignInOutcome> listener;
  private final byte[] key;

  /** Tells a listener; names are hashed with a key from the store. */
  public SignInLog(
      Directory directory, InstantSource clock, BlobStore store, Consumer<SignInOutcome> listener) {
    this.directory = directory;
    this.clock = clock;
    this.listener = listener;
    this.key = store.readOrCreate("names.key", () -> RandomText.bytes(KEY_BYTES));
  }

  /** Who tries: the name given, the client, and where the request came from. */
  public record Attempt(String name, String clientId, String sourceIp) {}

  /** Reports a password that was refused; a right one is not the end yet. */
  public void passwordChecked(Attempt attempt, PasswordCheck check) {
    switch (check) {
      case PasswordCheck.Right _ -> {}
      case PasswordCheck.Wrong _ -> tell(attempt, Kind.WRONG_PASSWORD);
      case PasswordCheck.Unknown _ -> tell(attempt, Kind.UNKNOWN_USER);
      case PasswordCheck.LockedOut _ -> tell(attempt, Kind.LOCKED_OUT);
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
      case LOCKED_OUT -> tell(attempt, Kind.LOCKED_OUT);
    }
  }

  /** Reports a code for a forgotten password, as Cognito's {@code ForgotPassword} events do. */
  public void recoveryChecked(Attempt attempt, MailedCodes.Check check) {
    switch (check) {
      case RIGHT -> tell(attempt, Kind.PASSWORD_RECOVERED);
      case WRONG, NO_CODE -> tell(attempt, Kind.WRONG_RECOVERY_CODE);
      case TOO_MANY_ATTEMPTS -> tell(attempt, Kind.LOCKED_OUT);
    }
  }

  /** Reports that every step was passed. */
  public void signedIn(Attempt attempt) {
    tell(attempt, Kind.SIGNED_IN);
  }

  private void tell(Attempt attempt, Kind kind) {
    Optional<String> sub = directory.find(attempt.name()).map(User::sub);
    listener.accept(
        new SignInOutcome(
            clock.instant(),
            hash(directory.key(attempt.name())),
            sub,
            attempt.clientId(),
            attempt.sourceIp(),
            kind));
  }

  private String hash(String name) {
    byte[] hash = Hashes.hmacSha256(key, Hashes.bytes(name));
    return HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
  }
}
