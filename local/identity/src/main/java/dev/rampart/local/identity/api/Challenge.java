package dev.rampart.local.identity.api;

import dev.rampart.local.identity.crypto.Srp;
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
    /**
     * Proof of the password.
     *
     * @param srpName the name that goes into the proof
     */
    record PasswordVerifier(String srpName, byte[] secretBlock, Srp.Exchange exchange)
        implements Stage {}

    /**
     * A new password.
     *
     * @param sub whose password was right: another user may get the name meanwhile
     */
    record NewPassword(String sub) implements Stage {}

    /**
     * A code of the authenticator app.
     *
     * @param sub whose password was right
     */
    record OneTimeCode(String sub) implements Stage {}

    /**
     * A first code of a new authenticator app.
     *
     * @param sub whose password was right
     * @param secret the app's; empty until the client has asked for one
     */
    record SetUpToken(String sub, String secret) implements Stage {}

    /**
     * The app has shown one good code; the client only has to say so.
     *
     * @param sub whose password was right
     */
    record TokenIsSetUp(String sub) implements Stage {}
  }
}
