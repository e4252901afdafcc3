package dev.rampart.local.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Reads access tokens that users show to the pool itself. */
public final class AccessTokens {
  private final String issuer;
  private final SigningKeys keys;
  private final Sessions sessions;
  private final InstantSource clock;

  /** Reads tokens of one issuer. */
  public AccessTokens(String issuer, SigningKeys keys, Sessions sessions, InstantSource clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** How a token was received. */
  public sealed interface Reading {
    record Good(AccessToken token) implements Reading {}

    record Expired() implements Reading {}

    /** Good but for a sign-out or a revocation since. */
    record Revoked() implements Reading {}

    record Invalid() implements Reading {}
  }

  /** Checks signature, issuer, use, time and revocation. */
  public Reading read(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      String originJti = claims.getStringClaim("origin_jti");
      if (!isSignedByUs(token)
          || !issuer.equals(claims.getIssuer())
          || !"access".equals(claims.getStringClaim("token_use"))
          || originJti == null) {
        return new Reading.Invalid();
      }
      if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
        return new Reading.Expired();
      }
      return sessions.honours(originJti)
          ? new Reading.Good(token(claims, originJti))
          : new Reading.Revoked();
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return new Reading.Invalid();
    }
  }

  private static AccessToken token(JWTClaimsSet claims, String originJti) throws ParseException {
    return new AccessToken(
        claims.getSubject(),
        claims.getStringClaim("client_id"),
        originJti,
        Set.of(claims.getStringClaim("scope").split(" ")));
  }

  private boolean isSignedByUs(SignedJWT token) throws JOSEException {
    Optional<JWK> key =
        Optional.ofNullable(token.getHeader().getKeyID())
            .flatMap(id -> Optional.ofNullable(keys.publicSet().getKeyByKeyId(id)));
    return key.isPresent()
        && JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
        && token.verify(new RSASSAVerifier(key.get().toRSAKey()));
  }
}
