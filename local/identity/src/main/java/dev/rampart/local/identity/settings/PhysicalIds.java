package dev.rampart.local.identity.settings;

import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.store.BlobStore;

/**
 * The ids that AWS would give the resources, known before the pool runs, so that {@code Ref} and
 * {@code GetAtt} resolve. They come from a random seed kept in the store and the logical id: the
 * same on each start with the same store, and different in another.
 */
public final class PhysicalIds {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String MIXED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + LOWER;
  private static final int SEED_BYTES = 32;

  private final String region;
  private final byte[] seed;

  /** Reads the seed from the store, or makes one. */
  public PhysicalIds(String region, BlobStore store) {
    this.region = region;
    this.seed = store.readOrCreate("ids.seed", () -> RandomText.bytes(SEED_BYTES));
  }

  /** Returns the id of a user pool, for example {@code eu-west-1_a1B2c3D4e}. */
  public String pool(String logicalId) {
    return region + "_" + text("pool", logicalId, MIXED, 9);
  }

  /** Returns the id of a user pool client: 26 lower-case letters and digits. */
  public String client(String logicalId) {
    return text("client", logicalId, LOWER, 26);
  }

  /** Returns the secret of a client that has one. */
  public String clientSecret(String logicalId) {
    return text("secret", logicalId, LOWER, 51);
  }

  private String text(String kind, String logicalId, String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (byte b : Hashes.hmac("HmacSHA512", seed, Hashes.bytes(kind + ":" + logicalId))) {
      if (text.length() < length) {
        text.append(alphabet.charAt(Math.floorMod(b, alphabet.length())));
      }
    }
    return text.toString();
  }
}
