package dev.rampart.local.identity.api;

import dev.rampart.local.identity.directory.RandomText;
import dev.rampart.local.identity.directory.SrpVerifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Answers for users that do not exist: the same salt each time for one name, as a real user would
 * have, and a verifier that no password has.
 */
final class UnknownUsers {
  private static final int SALT_BYTES = 16;
  private static final int VERIFIER_BYTES = 383;

  private final SecretKeySpec key = new SecretKeySpec(RandomText.bytes(32), "HmacSHA256");

  SrpVerifier verifier(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return new SrpVerifier(
          new BigInteger(1, Arrays.copyOf(hash, SALT_BYTES)),
          new BigInteger(1, RandomText.bytes(VERIFIER_BYTES)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
