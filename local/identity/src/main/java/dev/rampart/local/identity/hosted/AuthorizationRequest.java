package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks of a user's browser, checked.
 *
 * @param redirectUri one of the client's own
 * @param challenge of PKCE, method S256
 */
record AuthorizationRequest(
    ClientSettings client,
    String redirectUri,
    Set<String> scopes,
    Optional<String> state,
    Optional<String> challenge,
    Optional<String> nonce,
    boolean silent) {

  /** Returns where the answer goes, as a security policy names it. */
  String redirectOrigin() {
    URI uri = URI.create(redirectUri);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
