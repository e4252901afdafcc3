package dev.rampart.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An issuer for tests: good tokens, and tokens in which one thing is changed. */
final class Tokens {
  static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TEST";
  static final String USER_POOL =
      "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/eu-west-1_TEST";
  static final String ANN = "2f1c1a44-5c0e-4b0c-8f55-6ad1d3e0a111";
  static final String ALL_SCOPES =
      "rampart/submissions.read rampart/submissions.write rampart/submissions.review";

  final RSAKey key;
  private final long now;

  Tokens(long now) {
    this.now = now;
    this.key = newKey("key-1");
  }

  static RSAKey newKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String jwks() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  String good() {
    return signed(header(), claims());
  }

  Map<String, @Nullable Object> header() {
    Map<String, @Nullable Object> header = new LinkedHashMap<>();
    header.put("kid", key.getKeyID());
    header.put("alg", "RS256");
    return header;
  }

  Map<String, @Nullable Object> claims() {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("sub", ANN);
    claims.put("iss", ISSUER);
    claims.put("client_id", "web-client");
    claims.put("token_use", "access");
    claims.put("scope", ALL_SCOPES);
    claims.put("iat", now - 10);
    claims.put("exp", now + 600);
    return claims;
  }

  /** A good token with one claim set to another value. */
  String withClaim(String name, @Nullable Object value) {
    Map<String, @Nullable Object> claims = claims();
    claims.put(name, value);
    return signed(header(), claims);
  }

  String withoutClaim(String name) {
    Map<String, @Nullable Object> claims = claims();
    claims.remove(name);
    return signed(header(), claims);
  }

  /** A good token with one header member set to another value. */
  String withHeader(String name, @Nullable Object value) {
    Map<String, @Nullable Object> header = header();
    header.put(name, value);
    return signed(header, claims());
  }

  String signed(Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {
    return signed(JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims));
  }

  /** Signs texts as they are, however odd. */
  String signed(String header, String claims) {
    return signed(header, claims, key);
  }

  static String signed(String header, String claims, RSAKey key) {
    String input = base64(header) + "." + base64(claims);
    return input + "." + base64(signature(input, key));
  }

  static byte[] signature(String input, RSAKey key) {
    try {
      PrivateKey secret = key.toPrivateKey();
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(secret);
      signer.update(input.getBytes(StandardCharsets.US_ASCII));
      return signer.sign();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
