package dev.rampart.local.identity.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to sign in, or to set a forgotten password anew, as a log of sign-ins would have it. It
 * never holds a name or a password.
 *
 * @param nameHash a keyed hash of the name that was given; equal for equal names in one pool
 * @param sub who it is; empty for a name that nobody has
 * @param clientId for which app client
 * @param sourceIp where the request came from
 */
public record SignInOutcome(
    Instant at,
    String nameHash,
    Optional<String> sub,
    String clientId,
    String sourceIp,
    Kind kind) {

  /** How the try ended. */
  public enum Kind {
    SIGNED_IN,
    WRONG_PASSWORD,
    UNKNOWN_USER,
    LOCKED_OUT,
    DISABLED,
    EXPIRED_PASSWORD,
    WRONG_CODE,
    USED_CODE,
    PASSWORD_RECOVERED,
    /** The code for a forgotten password was wrong or had expired. */
    WRONG_RECOVERY_CODE
  }
}
