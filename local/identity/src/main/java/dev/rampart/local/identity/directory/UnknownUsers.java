package dev.rampart.local.identity.directory;

import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.crypto.SrpVerifier;
import dev.rampart.local.identity.store.BlobStore;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Stands in for users that do not exist: one name always has the same salt, after a restart too, as
 * the name of a user has, and a verifier that no password has.
 */
final class UnknownUsers {
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int VERIFIER_BYTES = 383;

  private final byte[] key;

  UnknownUsers(BlobStore store) {
    this.key = store.readOrCreate("unknown-users.key", () -> RandomText.bytes(KEY_BYTES));
  }

  SrpVerifier verifier(String name) {
    byte[] hash = Hashes.hmacSha256(key, Hashes.bytes(name));
    return new SrpVerifier(
        new BigInteger(1, Arrays.copyOf(hash, SALT_BYTES)),
        new BigInteger(1, RandomText.bytes(VERIFIER_BYTES)));
  }
}
