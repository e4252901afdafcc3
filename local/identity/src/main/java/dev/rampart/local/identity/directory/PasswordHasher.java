package dev.rampart.local.identity.directory;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Turns passwords into what is kept of them. */
final class PasswordHasher {
  /**
   * Some 50 ms. To change a password takes a hash for each remembered one, and no request may take
   * half a second. The SRP verifier that lies beside a hash is cheaper to guess at than this.
   */
  private static final int ITERATIONS_AT_REST = 100_000;

  /** Enough if hashes die with the process, and cheap enough to sign in often. */
  private static final int ITERATIONS_IN_MEMORY = 10_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  /**
   * A hash keeps its carrier thread until it is done, and there are as many carriers as processors:
   * one is left to the requests that hash nothing.
   */
  private static final int AT_ONCE_MAX =
      Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final SecureRandom random = new SecureRandom();
  private final int iterations;
  private final Semaphore turns;
  private final PasswordHash nobody;

  PasswordHasher(boolean atRest) {
    this(atRest, new Semaphore(AT_ONCE_MAX, true));
  }

  /** Hashes as many passwords at once as there are {@code turns}. */
  PasswordHasher(boolean atRest, Semaphore turns) {
    this.turns = turns;
    this.iterations = atRest ? ITERATIONS_AT_REST : ITERATIONS_IN_MEMORY;
    this.nobody = new PasswordHash(iterations, salt(), new byte[HASH_BITS / Byte.SIZE]);
  }

  PasswordHash hash(String password) {
    byte[] salt = salt();
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  boolean matches(String password, PasswordHash kept) {
    byte[] derived = derive(password, kept.salt(), kept.iterations());
    return MessageDigest.isEqual(derived, kept.hash());
  }

  /** Does the work of a comparison for a user that does not exist, so that time tells nothing. */
  boolean matchesNobody(String password) {
    return matches(password, nobody);
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private byte[] derive(String password, byte[] salt, int iterations) {
    turns.acquireUninterruptibly();
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      turns.release();
    }
  }
}
