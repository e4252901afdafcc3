package dev.rampart.local.identity.api;

import dev.rampart.local.identity.crypto.Srp;
import dev.rampart.local.identity.settings.PoolSettings;
import dev.rampart.local.identity.token.TriggerSource;
import java.time.Instant;

/**
 * What the pool waits for from one client and one user.
 *
 * @param userName as the client gave it
 * @param source what the tokens at the end will have come from
 */
record Challenge(
    String clientId, String userName, Stage stage, TriggerSource source, Instant expires) {

  /** What is waited for. */
  sealed interface Stage {
    /** Returns what Cognito calls the challenge. */
    default String challengeName() {
      return switch (this) {
        case PasswordVerifier _ -> "PASSWORD_VERIFIER";
        case NewPassword _ -> "NEW_PASSWORD_REQUIRED";
        case OneTimeCode _ -> "SOFTWARE_TOKEN_MFA";
        case SetUpToken _, TokenIsSetUp _ -> "MFA_SETUP";
      };
    }

    /**
     * Proof of the password.
     *
     * @param srpName the name that goes into the proof
     */
    record PasswordVerifier(String srpName, byte[] secretBlock, Srp.Exchange exchange)
        implements Stage {
      /** Returns whether a client's signature shows that it knows the password. */
      boolean proves(PoolSettings pool, SrpTimestamp timestamp, String signature) {
        return exchange.proves(pool.shortId(), srpName, secretBlock, timestamp.text(), signature);
      }
    }

    /** What is waited for after the password. */
    sealed interface AfterPassword extends Stage {
      /**
       * Returns the id of the user whose password was right; another may get the name meanwhile.
       */
      String sub();
    }

    /** A new password. */
    record NewPassword(String sub) implements AfterPassword {}

    /** A code of the authenticator app. */
    record OneTimeCode(String sub) implements AfterPassword {}

    /**
     * A first code of a new authenticator app.
     *
     * @param secret the app's; empty until the client has asked for one
     */
    record SetUpToken(String sub, String secret) implements AfterPassword {}

    /** The app has shown one good code; the client only has to say so. */
    record TokenIsSetUp(String sub) implements AfterPassword {}
  }
}
