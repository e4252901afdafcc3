package dev.rampart.local.identity.crypto;

import java.util.Base64;

/** The secret of an app client, which does not show itself in logs. */
public record ClientSecret(String value) {

  /** Returns whether a text is the secret, in a time that does not tell where the two differ. */
  public boolean matches(String other) {
    return Hashes.equal(value, other);
  }

  /** Returns what a client sends along to show that it has the secret: {@code SECRET_HASH}. */
  public String hash(String userName, String clientId) {
    byte[] hash = Hashes.hmacSha256(Hashes.bytes(value), Hashes.bytes(userName + clientId));
    return Base64.getEncoder().encodeToString(hash);
  }

  @Override
  public String toString() {
    return "***";
  }
}
