package dev.rampart.local.gateway.gate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The issuer's keys by id. An unknown id makes the key set be fetched again, at most once a window
 * however many come; if it cannot be fetched no new key is known.
 */
public final class JwksCache {
  private static final System.Logger LOG = System.getLogger(JwksCache.class.getName());

  private final KeySource source;
  private final Duration window;
  private final Clock clock;
  private volatile Map<String, RSAPublicKey> known = Map.of();
  private Optional<Instant> fetched = Optional.empty();

  public JwksCache(KeySource source, Duration window, Clock clock) {
    this.source = source;
    this.window = window;
    this.clock = clock;
  }

  public Optional<RSAPublicKey> find(String kid) {
    if (!known.containsKey(kid)) {
      refresh(kid);
    }
    return Optional.ofNullable(known.get(kid));
  }

  private synchronized void refresh(String kid) {
    Instant now = clock.instant();
    boolean recent = fetched.filter(last -> last.plus(window).isAfter(now)).isPresent();
    if (recent || known.containsKey(kid)) {
      return;
    }
    fetched = Optional.of(now);
    try {
      known = read(source.fetch());
    } catch (IOException | ParseException | JOSEException e) {
      LOG.log(System.Logger.Level.WARNING, "The key set cannot be read: " + e.getMessage());
    }
  }

  private static Map<String, RSAPublicKey> read(String text) throws ParseException, JOSEException {
    Map<String, RSAPublicKey> keys = new HashMap<>();
    for (JWK key : JWKSet.parse(text).getKeys()) {
      boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
      boolean fits = key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.RS256);
      if (key instanceof RSAKey rsa && signs && fits && key.getKeyID() != null) {
        keys.putIfAbsent(key.getKeyID(), rsa.toRSAPublicKey());
      }
    }
    return Map.copyOf(keys);
  }
}
