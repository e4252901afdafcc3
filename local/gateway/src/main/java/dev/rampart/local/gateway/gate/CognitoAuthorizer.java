package dev.rampart.local.gateway.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.gateway.definition.TokenRequirement;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.protocol.http.HttpRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gate of the Cognito authorizer: a good access token of a pool that the authorizer names,
 * signed RS256, with one of the operation's scopes. Every fault of the token is the same answer;
 * only a missing scope is told.
 */
public final class CognitoAuthorizer implements RequestGate {
  public static final GateDescription DESCRIPTION =
      new GateDescription("token", "signature, issuer, times, scope of the operation", "");

  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) ([A-Za-z0-9._-]+)");
  private static final Set<String> HEADERS_REFUSED =
      Set.of("b64", "crit", "enc", "jku", "jwk", "x5c", "x5t", "x5t#S256", "x5u", "zip");
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

  private static final Optional<GatewayRefusal> UNAUTHORIZED =
      Optional.of(GatewayRefusal.of(ResponseType.UNAUTHORIZED, "Unauthorized"));
  private static final Optional<GatewayRefusal> SCOPE_MISSING =
      Optional.of(
          GatewayRefusal.of(
              ResponseType.ACCESS_DENIED, "User is not authorized to access this resource"));

  private final String issuer;
  private final JwksCache keys;
  private final Clock clock;

  public CognitoAuthorizer(String issuer, JwksCache keys, Clock clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public boolean asks(ApiOperation operation) {
    return operation.token().isPresent();
  }

  @Override
  public Optional<GatewayRefusal> judge(RequestContext context) {
    Optional<TokenRequirement> wanted = context.operation().token();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<AccessClaims> claims =
        wanted.get().trusts(issuer) ? verified(context.request()) : Optional.empty();
    if (claims.isEmpty()) {
      context.set(Map.of("authorizer.status", "401", "authorizer.error", "Unauthorized"));
      return UNAUTHORIZED;
    }
    context.claims(claims.get().texts());
    boolean granted = claims.get().scopes().stream().anyMatch(wanted.get().scopes()::contains);
    context.set("authorizer.status", granted ? "200" : "403");
    return granted ? Optional.empty() : SCOPE_MISSING;
  }

  private Optional<AccessClaims> verified(HttpRequest request) {
    List<String> sent = request.headers("Authorization");
    if (sent.size() != 1) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(sent.getFirst());
    return bearer.matches()
        ? ParsedToken.parse(bearer.group(1))
            .filter(token -> headerHolds(token.header()))
            .filter(this::signatureHolds)
            .map(token -> new AccessClaims(token.claims()))
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

  private boolean signatureHolds(ParsedToken token) {
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
