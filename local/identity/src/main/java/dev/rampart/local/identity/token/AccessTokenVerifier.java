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
public final class AccessTokenVerifier {
  private final String issuer;
  private final SigningKeys keys;
  private final Sessions sessions;
  private final InstantSource clock;

  /** Reads tokens of one issuer. */
  public AccessTokenVerifier(
      String issuer, SigningKeys keys, Sessions sessions, InstantSource clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** How a token was received. */
  public sealed interface Result {
    record Good(AccessToken token) implements Result {}

    record Expired() implements Result {}

    /** Good but for a sign-out or a revocation since. */
    record Revoked() implements Result {}

    record Invalid() implements Result {}
  }

  /** Checks signature, issuer, use, time and revocation. */
  public Result read(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      String originJti = claims.getStringClaim("origin_jti");
      if (!isSignedByUs(token)
          || !issuer.equals(claims.getIssuer())
          || !"access".equals(claims.getStringClaim("token_use"))
          || originJti == null) {
        return new Result.Invalid();
      }
      if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
        return new Result.Expired();
      }
      return sessions.honours(originJti)
          ? new Result.Good(token(claims, originJti))
          : new Result.Revoked();
    } catch (ParseException | JOSEException | IllegalArgumentException _) {
      return new Result.Invalid();
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
