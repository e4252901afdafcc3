package dev.rampart.local.identity.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.crypto.ClientSecret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One app client of the pool.
 *
 * @param secret empty for a public client
 * @param grants empty if the client does not use OAuth
 * @param scopes what it may ask for
 * @param callbackUrls where a code may be sent, compared character by character
 * @param hidesUnknownUsers whether an unknown user is answered like a wrong password
 * @param properties as the template has them, for who describes the client
 */
public record ClientSettings(
    String id,
    String name,
    Optional<ClientSecret> secret,
    Set<Grant> grants,
    Set<String> scopes,
    List<String> callbackUrls,
    List<String> logoutUrls,
    Set<SignInFlow> flows,
    TokenLifetimes lifetimes,
    Optional<Duration> rotationGrace,
    boolean hidesUnknownUsers,
    boolean revocation,
    ObjectNode properties) {

  /** The grants of OAuth that are offered; the implicit one is not. */
  public enum Grant {
    CODE,
    CLIENT_CREDENTIALS
  }

  /** The flows of the API that are offered; only administrators send a password in the clear. */
  public enum SignInFlow {
    USER_SRP,
    REFRESH_TOKEN,
    ADMIN_USER_PASSWORD
  }

  /** Returns whether refreshing replaces the refresh token. */
  public boolean rotates() {
    return rotationGrace.isPresent();
  }
}
