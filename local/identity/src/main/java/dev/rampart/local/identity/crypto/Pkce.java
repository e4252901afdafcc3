package dev.rampart.local.identity.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Proof that who brings a code is who asked for it (RFC 7636, method S256). */
public final class Pkce {
  private static final String VERIFIER = "[A-Za-z0-9._~-]{43,128}";

  private Pkce() {}

  /** Returns whether a verifier belongs to a challenge. One without the other never does. */
  public static boolean holds(Optional<String> challenge, Optional<String> verifier) {
    if (challenge.isEmpty() || verifier.isEmpty()) {
      return challenge.isEmpty() && verifier.isEmpty();
    }
    return verifier.get().matches(VERIFIER)
        && Hashes.equal(challenge.get(), challenge(verifier.get()));
  }

  /** Returns the challenge of a verifier. */
  public static String challenge(String verifier) {
    byte[] hash = Hashes.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
