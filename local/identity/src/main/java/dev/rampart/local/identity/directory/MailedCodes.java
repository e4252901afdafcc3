package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.collection.BoundedMap;
import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Codes that are sent by email and have to be given back. There is one for each account, by
 * whatever the caller names accounts, and attempts are counted for each account too. A new code
 * replaces the one before.
 */
public final class MailedCodes {
  /** Cognito's codes have six digits. */
  private static final int MODULUS = 1_000_000;

  /** Cognito lets a user ask for a code, or try one, 5 to 20 times in an hour. */
  private static final int ATTEMPTS_MAX = 10;

  private static final Duration ATTEMPTS_WINDOW = Duration.ofHours(1);

  /**
   * Below 1 KB each, since a name has a largest length and an addressee is kept as a hash, and so
   * below 10 MB; beyond, the account tried longest ago is forgotten.
   */
  private static final int ACCOUNTS_MAX = 10_000;

  private static final int HASH_KEY_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final byte[] hashKey = RandomText.bytes(HASH_KEY_BYTES);
  private final InstantSource clock;
  private final Duration validity;
  private final String text;
  private final Consumer<Email> mail;
  private final Map<String, Sent> codes = new BoundedMap<>(ACCOUNTS_MAX);

  /** What came of a code that was given back. */
  public enum Check {
    RIGHT,
    /** Another code than the one that was sent, or sent to somebody or somewhere else. */
    WRONG,
    /** There is no code for the account, or it has expired. */
    NO_CODE,
    TOO_MANY_ATTEMPTS
  }

  /** Whom a code is for: it is good for no other user, and no other address that the user has. */
  record Addressee(String sub, String address) {}

  /**
   * The latest code of an account.
   *
   * @param addressee the hash of whom it was sent to; empty if it was sent to nobody
   * @param counted since when attempts are counted
   * @param attempts how often a code was asked for or tried since then
   */
  private record Sent(
      String code, Optional<String> addressee, Instant expires, Instant counted, int attempts) {
    Sent attemptedAt(Instant now) {
      return now.isBefore(counted.plus(ATTEMPTS_WINDOW))
          ? new Sent(code, addressee, expires, counted, attempts + 1)
          : new Sent(code, addressee, expires, now, 1);
    }

    Sent with(String newCode, Optional<String> newAddressee, Instant until) {
      return new Sent(newCode, newAddressee, until, counted, attempts);
    }

    /** Keeps the count, so that a code that was right does not make room for more attempts. */
    Sent withoutCode() {
      return new Sent("", Optional.empty(), Instant.MIN, counted, attempts);
    }
  }

  /** Sends codes by {@code mail}, each at the end of a text. */
  MailedCodes(InstantSource clock, Duration validity, String text, Consumer<Email> mail) {
    this.clock = clock;
    this.validity = validity;
    this.text = text;
    this.mail = mail;
  }

  /**
   * Makes a new code for an account and sends it, if there is anybody to send it to. Otherwise the
   * account looks the same from outside, and no code is right.
   *
   * @return false if there were too many attempts for the account, and nothing was done
   */
  boolean send(String account, Optional<Addressee> addressee) {
    Optional<String> code = issue(account, addressee.map(this::hash));
    code.ifPresent(
        digits -> addressee.ifPresent(to -> mail.accept(new Email(to.address(), text + digits))));
    return code.isPresent();
  }

  private synchronized Optional<String> issue(String account, Optional<String> addressee) {
    Instant now = clock.instant();
    Sent sent =
        codes.getOrDefault(account, new Sent("", Optional.empty(), now, now, 0)).attemptedAt(now);
    if (sent.attempts() > ATTEMPTS_MAX) {
      return Optional.empty();
    }
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(MODULUS));
    codes.put(account, sent.with(code, addressee, now.plus(validity)));
    return Optional.of(code);
  }

  /**
   * Checks a code that is given back, and counts the attempt.
   *
   * @param addressee whom a code for the account would be sent to now
   */
  synchronized Check check(String account, Optional<Addressee> addressee, String code) {
    Instant now = clock.instant();
    Sent kept = codes.get(account);
    if (kept == null || !now.isBefore(kept.expires())) {
      return Check.NO_CODE;
    }
    Sent sent = kept.attemptedAt(now);
    if (sent.attempts() > ATTEMPTS_MAX) {
      return Check.TOO_MANY_ATTEMPTS;
    }
    codes.put(account, sent);
    boolean right =
        addressee.isPresent()
            && addressee.map(this::hash).equals(sent.addressee())
            && Hashes.equal(sent.code(), code);
    return right ? Check.RIGHT : Check.WRONG;
  }

  /** Forgets a code that was right and has done its work, unless a newer one has replaced it. */
  synchronized void end(String account, String code) {
    codes.computeIfPresent(
        account, (_, sent) -> sent.code().equals(code) ? sent.withoutCode() : sent);
  }

  private String hash(Addressee addressee) {
    byte[] hash =
        Hashes.hmacSha256(hashKey, Hashes.bytes(addressee.sub() + " " + addressee.address()));
    return Base64.getEncoder().encodeToString(hash);
  }
}
