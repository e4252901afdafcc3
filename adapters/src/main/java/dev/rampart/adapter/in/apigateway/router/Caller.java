package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.Claims;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Suspicion;
import dev.rampart.domain.detection.signal.DetectionPoint;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, as the access token says.
 *
 * @param subject the user or the machine; empty if the endpoint needs no token
 */
public record Caller(String subject) {

  private static final Caller ANYONE = new Caller("");

  /**
   * Returns the caller after checking the claims that the gateway's authorizer passed on. The
   * authorizer has verified signature, issuer and expiry; it does not look at the client, the
   * audience or the form of the subject.
   *
   * @param scope the scope that the token must have; empty if no token is needed
   * @throws RefusedRequest if the token is not acceptable or lacks the scope
   */
  static Caller authenticate(ProxyEvent event, Optional<String> scope, Set<String> clientIds) {
    if (scope.isEmpty()) {
      return ANYONE;
    }
    if (!isOurs(event.claims(), clientIds)) {
      throw new RefusedRequest(
          CommonProblem.TOKEN_REFUSED
              .because(
                  "Send an access token that this API's user pool issued to one of its clients.")
              .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
              .suspecting(Suspicion.of(DetectionPoint.TOKEN_INVALID)));
    }
    String granted = event.claims().text("scope").orElse("");
    if (!Arrays.asList(granted.split(" ")).contains(scope.get())) {
      throw new RefusedRequest(insufficient(scope.get()));
    }
    return new Caller(event.claims().subject().orElseThrow());
  }

  private static boolean isOurs(Claims claims, Set<String> clientIds) {
    return claims.text("token_use").filter("access"::equals).isPresent()
        && claims.text("client_id").filter(clientIds::contains).isPresent()
        && (!claims.has("aud") || claims.text("aud").filter(clientIds::contains).isPresent())
        && claims.subject().isPresent();
  }

  private static Refusal insufficient(String scope) {
    return CommonProblem.INSUFFICIENT_SCOPE
        .because("This operation needs the scope " + scope + ".")
        .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"")
        .suspecting(Suspicion.of(DetectionPoint.SCOPE_DENIED));
  }
}
