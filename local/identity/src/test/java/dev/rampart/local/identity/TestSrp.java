package dev.rampart.local.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's half of SRP, written in hexadecimal as Cognito's clients do it, so that it shares
 * nothing with the server's half.
 */
public final class TestSrp {
  private static final BigInteger N =
      BigInteger.TWO
          .pow(3072)
          .subtract(BigInteger.TWO.pow(3008))
          .subtract(BigInteger.ONE)
          .add(
              // RFC 3526, section 4: 2^64 * ([2^2942 pi] + 1690314)
              BigInteger.TWO.pow(64).multiply(pi(2942).add(BigInteger.valueOf(1_690_314))));

  private static final BigInteger G = BigInteger.TWO;

  private final BigInteger secret = new BigInteger("123456789abcdef0123456789abcdef0", 16);

  public BigInteger publicNumber() {
    return G.modPow(secret, N);
  }

  public String signature(
      String pool,
      String name,
      String password,
      BigInteger salt,
      BigInteger serverPublic,
      byte[] secretBlock,
      String timestamp) {
    BigInteger u = new BigInteger(hash(padded(publicNumber()) + padded(serverPublic)), 16);
    String inner = hex(sha256((pool + name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    BigInteger x = new BigInteger(hash(padded(salt) + inner), 16);
    BigInteger k = new BigInteger(hash("00" + N.toString(16) + "0" + G.toString(16)), 16);
    BigInteger shared =
        serverPublic.subtract(k.multiply(G.modPow(x, N))).modPow(secret.add(u.multiply(x)), N);
    byte[] extracted = hmac(bytes(padded(u)), bytes(padded(shared)));
    byte[] info = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(hmac(extracted, info), 16);
    return Base64.getEncoder()
        .encodeToString(
            hmac(
                key,
                pool.getBytes(StandardCharsets.UTF_8),
                name.getBytes(StandardCharsets.UTF_8),
                secretBlock,
                timestamp.getBytes(StandardCharsets.UTF_8)));
  }

  private static String padded(BigInteger number) {
    String hex = number.toString(16);
    if (hex.length() % 2 == 1) {
      return "0" + hex;
    }
    return "89abcdef".indexOf(hex.charAt(0)) >= 0 ? "00" + hex : hex;
  }

  private static String hash(String hex) {
    return hex(sha256(bytes(hex)));
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(String.format(Locale.ROOT, "%02x", b));
    }
    return text.toString();
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the whole part of 2^bits times pi, by Machin's formula. */
  private static BigInteger pi(int bits) {
    int guard = 64;
    BigInteger one = BigInteger.ONE.shiftLeft(bits + guard);
    return arctanOfInverse(5, one)
        .multiply(BigInteger.valueOf(16))
        .subtract(arctanOfInverse(239, one).multiply(BigInteger.valueOf(4)))
        .shiftRight(guard);
  }

  private static BigInteger arctanOfInverse(int x, BigInteger one) {
    BigInteger square = BigInteger.valueOf((long) x * x);
    BigInteger power = one.divide(BigInteger.valueOf(x));
    BigInteger sum = power;
    for (int n = 3, sign = -1; power.signum() != 0; n += 2, sign = -sign) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(n));
      sum = sum.add(term.multiply(BigInteger.valueOf(sign)));
    }
    return sum;
  }
}
