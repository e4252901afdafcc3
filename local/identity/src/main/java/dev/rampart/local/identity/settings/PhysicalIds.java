package dev.rampart.local.identity.settings;

import dev.rampart.local.identity.store.BlobStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
    this.seed = store.readOrCreate("ids.seed", PhysicalIds::newSeed);
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

  private static byte[] newSeed() {
    byte[] bytes = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private String text(String kind, String logicalId, String alphabet, int length) {
    byte[] bytes = mac(kind + ":" + logicalId);
    StringBuilder text = new StringBuilder(length);
    for (byte b : bytes) {
      if (text.length() < length) {
        text.append(alphabet.charAt(Math.floorMod(b, alphabet.length())));
      }
    }
    return text.toString();
  }

  private byte[] mac(String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(seed, "HmacSHA512"));
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
