package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.rampart.local.protocol.http.HttpRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gate of the Cognito authorizer: a good access token of the pool, signed RS256, with one of the
 * operation's scopes. Every fault of the token is the same answer; only a missing scope is told.
 */
final class Authorizer implements Gate {
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._-]+)");
  private static final Set<String> HEADERS_REFUSED =
      Set.of("b64", "crit", "enc", "jku", "jwk", "x5c", "x5t", "x5t#S256", "x5u", "zip");
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

  private static final Optional<Refusal> UNAUTHORIZED =
      Optional.of(Refusal.of(ResponseType.UNAUTHORIZED, "Unauthorized"));
  private static final Optional<Refusal> SCOPE_MISSING =
      Optional.of(
          Refusal.of(ResponseType.ACCESS_DENIED, "User is not authorized to access this resource"));

  private final String issuer;
  private final Keys keys;
  private final Clock clock;

  Authorizer(String issuer, Keys keys, Clock clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Optional<Refusal> judge(Exchange exchange) {
    Optional<Set<String>> scopes = exchange.operation().scopes();
    if (scopes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Claims> claims = verified(exchange.inbound());
    if (claims.isEmpty()) {
      exchange.set(Map.of("authorizer.status", "401", "authorizer.error", "Unauthorized"));
      return UNAUTHORIZED;
    }
    exchange.claims(claims.get().texts());
    boolean granted = claims.get().scopes().stream().anyMatch(scopes.get()::contains);
    exchange.set("authorizer.status", granted ? "200" : "403");
    return granted ? Optional.empty() : SCOPE_MISSING;
  }

  private Optional<Claims> verified(HttpRequest inbound) {
    List<String> sent = inbound.headers("Authorization");
    if (sent.size() != 1) {
      return Optional.empty();
    }
    var bearer = BEARER.matcher(sent.getFirst());
    return bearer.matches()
        ? Token.parse(bearer.group(1))
            .filter(token -> headerHolds(token.header()))
            .filter(this::signatureHolds)
            .map(token -> new Claims(token.claims()))
            .filter(claims -> claims.hold(issuer, clock.instant().getEpochSecond()))
        : Optional.empty();
  }

  private static boolean headerHolds(ObjectNode header) {
    JsonNode type = header.path("typ");
    return header.path("alg").isTextual()
        && header.path("alg").asText().equals(JWSAlgorithm.RS256.getName())
        && HEADERS_REFUSED.stream().noneMatch(header::has)
        && (type.isMissingNode()
            || (type.isTextual() && TYPES.contains(type.asText().toLowerCase(Locale.ROOT))));
  }

  private boolean signatureHolds(Token token) {
    Optional<RSAPublicKey> key = keys.find(token.kid());
    if (key.isEmpty()) {
      return false;
    }
    try {
      return new RSASSAVerifier(key.get())
          .verify(
              new JWSHeader(JWSAlgorithm.RS256),
              token.signed(),
              Base64URL.encode(token.signature()));
    } catch (JOSEException _) {
      return false;
    }
  }
}
