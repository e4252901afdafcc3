package dev.rampart.local.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.store.BlobStore;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The RSA keys of the pool: one for id tokens and one for access tokens, as in Cognito. They are
 * made once for each store and never leave it.
 */
public final class SigningKeys {
  private static final int KEY_BITS = 2048;

  private final CompletableFuture<JWKSet> keys;

  private SigningKeys(CompletableFuture<JWKSet> keys) {
    this.keys = keys;
  }

  /**
   * Reads the keys from the store, or makes them, which takes seconds: a thread does it, and
   * whoever needs the keys waits for it.
   */
  public static SigningKeys in(BlobStore store) {
    return new SigningKeys(
        CompletableFuture.supplyAsync(
            () -> read(store), task -> Thread.ofPlatform().daemon().start(task)));
  }

  private static JWKSet read(BlobStore store) {
    byte[] kept = store.readOrCreate("keys.json", SigningKeys::fresh);
    try {
      return JWKSet.parse(new String(kept, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("What is kept as keys.json cannot be read", e);
    }
  }

  /**
   * Waits for the keys.
   *
   * @throws RuntimeException if they cannot be read or kept
   */
  public void await() {
    JWKSet _ = keys();
  }

  private JWKSet keys() {
    try {
      return keys.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Returns the public halves as a JWKS document. */
  public String publicKeys() {
    return keys().toPublicJWKSet().toString();
  }

  String signId(JWTClaimsSet claims) {
    return sign(keys().getKeys().getFirst(), claims);
  }

  String signAccess(JWTClaimsSet claims) {
    return sign(keys().getKeys().getLast(), claims);
  }

  JWKSet publicSet() {
    return keys().toPublicJWKSet();
  }

  private static String sign(JWK key, JWTClaimsSet claims) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key.toRSAKey()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fresh() {
    JWKSet keys = new JWKSet(List.of(newKey(), newKey()));
    return keys.toString(false).getBytes(StandardCharsets.UTF_8);
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(RandomText.of(32))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
