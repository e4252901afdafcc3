package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.memory.BoundedMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that were sent by email and have to be given back, one for each name, whether or not
 * anybody has the name. A new code replaces the one before.
 */
public final class MailedCodes {
  /** Cognito's codes have six digits. */
  private static final int MODULUS = 1_000_000;

  /** Cognito lets a user ask for a code, or try one, 5 to 20 times in an hour. */
  private static final int ATTEMPTS_MAX = 10;

  private static final Duration ATTEMPTS_WINDOW = Duration.ofHours(1);

  /** Below 1 KB each, and so below 10 MB; beyond, the name tried longest ago is forgotten. */
  private static final int NAMES_MAX = 10_000;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final Duration validity;
  private final Map<String, Sent> codes = new BoundedMap<>(NAMES_MAX);

  /** What came of a code that was given back. */
  public enum Check {
    RIGHT,
    WRONG,
    /** There is no code for the name, or it has expired. */
    NO_CODE,
    TOO_MANY_ATTEMPTS
  }

  /**
   * The latest code of a name.
   *
   * @param counted since when attempts are counted
   * @param attempts how often a code was asked for or tried since then
   */
  private record Sent(String code, Instant expires, Instant counted, int attempts) {
    Sent attemptedAt(Instant now) {
      return now.isBefore(counted.plus(ATTEMPTS_WINDOW))
          ? new Sent(code, expires, counted, attempts + 1)
          : new Sent(code, expires, now, 1);
    }

    Sent with(String fresh, Instant until) {
      return new Sent(fresh, until, counted, attempts);
    }
  }

  MailedCodes(InstantSource clock, Duration validity) {
    this.clock = clock;
    this.validity = validity;
  }

  /** Makes a new code; empty if there were too many attempts for the name. */
  synchronized Optional<String> issue(String name) {
    Instant now = clock.instant();
    Sent sent = codes.getOrDefault(name, new Sent("", now, now, 0)).attemptedAt(now);
    if (sent.attempts() > ATTEMPTS_MAX) {
      return Optional.empty();
    }
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(MODULUS));
    codes.put(name, sent.with(code, now.plus(validity)));
    return Optional.of(code);
  }

  /** Checks a code that is given back, and counts the attempt. */
  synchronized Check check(String name, String code) {
    Instant now = clock.instant();
    Sent kept = codes.get(name);
    if (kept == null || !now.isBefore(kept.expires())) {
      return Check.NO_CODE;
    }
    Sent sent = kept.attemptedAt(now);
    if (sent.attempts() > ATTEMPTS_MAX) {
      return Check.TOO_MANY_ATTEMPTS;
    }
    codes.put(name, sent);
    boolean right =
        MessageDigest.isEqual(
            sent.code().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    return right ? Check.RIGHT : Check.WRONG;
  }

  /** Forgets the code of a name, which has done its work. */
  synchronized void end(String name) {
    codes.remove(name);
  }
}
