package dev.rampart.local.identity.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A secret text that does not show itself in logs. */
public record ClientSecret(String value) {

  /** Says whether a text is the secret; takes the same time wherever the two differ. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
