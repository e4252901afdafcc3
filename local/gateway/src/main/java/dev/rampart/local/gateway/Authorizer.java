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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gate of the Cognito authorizer: a good access token of the pool, signed RS256, with one of the
 * operation's scopes. Every fault of the token is the same answer; only a missing scope is told.
 */
final class Authorizer implements Gate {
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._-]+)");
  private static final Set<String> HEADERS_REFUSED =
      Set.of("b64", "crit", "enc", "jku", "jwk", "x5c", "x5t", "x5t#S256", "x5u", "zip");
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

  /** How far a clock that issued a token may be ahead of ours. */
  private static final Duration LEEWAY = Duration.ofSeconds(5);

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
    Optional<ObjectNode> claims = verified(exchange.inbound());
    if (claims.isEmpty()) {
      exchange.set(Map.of("authorizer.status", "401", "authorizer.error", "Unauthorized"));
      return UNAUTHORIZED;
    }
    exchange.claims(texts(claims.get()));
    boolean granted = granted(claims.get()).stream().anyMatch(scopes.get()::contains);
    exchange.set("authorizer.status", granted ? "200" : "403");
    return granted ? Optional.empty() : SCOPE_MISSING;
  }

  private Optional<ObjectNode> verified(HttpRequest inbound) {
    List<String> sent = inbound.headers("Authorization");
    if (sent.size() != 1) {
      return Optional.empty();
    }
    var bearer = BEARER.matcher(sent.getFirst());
    return bearer.matches()
        ? Token.parse(bearer.group(1))
            .filter(token -> headerHolds(token.header()))
            .filter(this::signatureHolds)
            .map(Token::claims)
            .filter(this::claimsHold)
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

  private boolean claimsHold(ObjectNode claims) {
    long now = clock.instant().getEpochSecond();
    long latest = now + LEEWAY.toSeconds();
    return text(claims, "iss").filter(issuer::equals).isPresent()
        && text(claims, "token_use").filter("access"::equals).isPresent()
        && integer(claims.path("exp"))
        && claims.path("exp").asLong() > now
        && notAfter(claims.path("nbf"), latest)
        && notAfter(claims.path("iat"), latest);
  }

  private static boolean notAfter(JsonNode time, long latest) {
    return time.isMissingNode() || (integer(time) && time.asLong() <= latest);
  }

  private static boolean integer(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static Optional<String> text(ObjectNode claims, String name) {
    return Optional.of(claims.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /** Scopes are separated by single spaces; anything else is part of a scope's name. */
  private static List<String> granted(ObjectNode claims) {
    return text(claims, "scope").map(scope -> List.of(scope.split(" ", -1))).orElse(List.of());
  }

  /** Claims as the proxy event has them: every value a text, lists joined with commas. */
  private static Map<String, String> texts(ObjectNode claims) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> claim : claims.properties()) {
      JsonNode value = claim.getValue();
      texts.put(
          claim.getKey(),
          value.isArray()
              ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
              : value.isObject() ? value.toString() : value.asText());
    }
    return texts;
  }
}
