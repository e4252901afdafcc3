package dev.rampart.local.identity.client;

import java.util.Optional;

/**
 * What a client gets from the token endpoint.
 *
 * @param idToken there with the scope {@code openid}
 * @param refreshToken there after a sign-in, and if refreshing rotates
 */
public record IssuedTokens(
    String accessToken,
    Optional<String> idToken,
    Optional<String> refreshToken,
    int expiresInSeconds) {
  @Override
  public String toString() {
    return "IssuedTokens[***]";
  }
}
