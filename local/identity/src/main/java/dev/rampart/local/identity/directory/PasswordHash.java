package dev.rampart.local.identity.directory;

/** A password as it is kept: PBKDF2 with HMAC-SHA-256. */
public record PasswordHash(int iterations, byte[] salt, byte[] hash) {
  @Override
  public String toString() {
    return "***";
  }
}
