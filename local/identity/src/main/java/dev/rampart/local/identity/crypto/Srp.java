package dev.rampart.local.identity.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * The secure remote password protocol as Cognito's clients speak it: SRP-6a over the 3072-bit group
 * of RFC 3526 with SHA-256, numbers hashed as two's complement, and a key derived for one HMAC over
 * pool, user, secret block and timestamp.
 */
public final class Srp {
  /** The prime of the group. */
  static final BigInteger N =
      new BigInteger(
          "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
              + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
              + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
              + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
              + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
              + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
              + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
              + "3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33"
              + "A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
              + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864"
              + "D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2"
              + "08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
          16);

  static final BigInteger G = BigInteger.TWO;
  static final BigInteger K = number(Hashes.sha256(bytes(N), bytes(G)));

  private static final int SALT_BYTES = 16;
  private static final int EXPONENT_BYTES = 32;
  private static final int KEY_BYTES = 16;

  private Srp() {}

  /**
   * Returns what to keep of a password.
   *
   * @param pool the part of the pool's id behind the underscore
   */
  public static SrpVerifier verifier(String pool, String user, String password) {
    BigInteger salt = number(RandomText.bytes(SALT_BYTES));
    return new SrpVerifier(salt, G.modPow(secret(pool, user, password, salt), N));
  }

  /** The server's half of one exchange, until the client proves that it knows the password. */
  public record Exchange(BigInteger clientPublic, BigInteger serverSecret, SrpVerifier kept) {

    /**
     * Begins an exchange.
     *
     * @throws IllegalArgumentException if the client's number would make the key known
     */
    public static Exchange begin(BigInteger clientPublic, SrpVerifier kept) {
      if (clientPublic.signum() <= 0 || clientPublic.mod(N).signum() == 0) {
        throw new IllegalArgumentException("SRP_A is zero in the group.");
      }
      return new Exchange(clientPublic, number(RandomText.bytes(EXPONENT_BYTES)), kept);
    }

    /** Returns the number that the client gets. */
    public BigInteger serverPublic() {
      return K.multiply(kept.verifier()).add(G.modPow(serverSecret, N)).mod(N);
    }

    /** Returns whether a client's signature shows that it knows the password. */
    public boolean proves(
        String pool, String user, byte[] secretBlock, String timestamp, String signature) {
      BigInteger u = number(Hashes.sha256(bytes(clientPublic), bytes(serverPublic())));
      BigInteger shared =
          clientPublic.multiply(kept.verifier().modPow(u, N)).modPow(serverSecret, N);
      byte[] expected = sign(key(shared, u), pool, user, secretBlock, timestamp);
      return MessageDigest.isEqual(expected, decoded(signature));
    }

    @Override
    public String toString() {
      return "Exchange[***]";
    }
  }

  /** The exponent that stands for the password. */
  static BigInteger secret(String pool, String user, String password, BigInteger salt) {
    byte[] inner = Hashes.sha256(Hashes.bytes(pool + user + ":" + password));
    return number(Hashes.sha256(bytes(salt), inner));
  }

  static byte[] key(BigInteger shared, BigInteger u) {
    byte[] extracted = Hashes.hmacSha256(bytes(u), bytes(shared));
    byte[] info = Hashes.bytes("Caldera Derived Key\u0001");
    return Arrays.copyOf(Hashes.hmacSha256(extracted, info), KEY_BYTES);
  }

  static byte[] sign(byte[] key, String pool, String user, byte[] secretBlock, String timestamp) {
    return Hashes.hmacSha256(
        key, Hashes.bytes(pool), Hashes.bytes(user), secretBlock, Hashes.bytes(timestamp));
  }

  static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes);
  }

  /** A leading zero if the first bit is set: what Cognito's clients do in hexadecimal. */
  static byte[] bytes(BigInteger number) {
    return number.toByteArray();
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
