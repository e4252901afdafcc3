package dev.rampart.local.identity.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * How a try to sign in, or to set a forgotten password anew, ended or where it stands. It never
 * holds a password or a code.
 *
 * @param account the name of the user; for a name that nobody has a keyed hash, equal for equal
 *     names in one pool, since people type passwords into the field for their name
 * @param sub who it is; empty for a name that nobody has
 * @param clientId for which app client
 * @param sourceIp the address of the connection
 */
public record SignInOutcome(
    Instant at, String account, Optional<String> sub, String clientId, String sourceIp, Kind kind) {

  /** What happened. */
  public enum Kind {
    /** The password is right, and a new one, a code or an authenticator app is asked for. */
    PASSWORD_RIGHT,
    SIGNED_IN,
    SIGNED_IN_WITH_CODE,
    WRONG_PASSWORD,
    UNKNOWN_USER,
    PASSWORD_LOCKED_OUT,
    DISABLED,
    EXPIRED_PASSWORD,
    WRONG_CODE,
    USED_CODE,
    CODE_LOCKED_OUT,
    /** A code for a forgotten password was asked for. */
    RECOVERY_BEGUN,
    PASSWORD_RECOVERED,
    /** The code for a forgotten password was wrong or had expired. */
    WRONG_RECOVERY_CODE,
    /** There is no such user, or none who can have a code, and the client is told so. */
    RECOVERY_REFUSED,
    RECOVERY_LOCKED_OUT
  }
}
