package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.submission.Owner;
import java.util.Arrays;
import java.util.Set;

/**
 * Who asks, as the access token says.
 *
 * @param subject the user or the machine; empty where the operation takes no token
 */
record Caller(String subject) {

  private static final Caller ANYONE = new Caller("");

  /** The caller as owner of what is asked about. */
  Owner owner() {
    return new Owner(subject);
  }

  /**
   * Checks the claims again that the gateway's authorizer passed on. It has verified signature,
   * issuer and expiry; it does not look at the client, the audience or the form of the subject.
   */
  static Checked<Caller> check(ProxyEvent event, Operation operation, Set<String> clientIds) {
    if (operation.scope().isEmpty()) {
      return Checked.good(ANYONE);
    }
    if (!isOurs(event.claims(), clientIds)) {
      return Checked.bad(
          Problem.TOKEN_REFUSED
              .because("Send an access token of this API's user pool and client.")
              .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
              .suspecting(Suspicion.of(DetectionPoint.TOKEN_INVALID)));
    }
    var scope = operation.scope().get();
    return Arrays.asList(event.claims().text("scope").orElse("").split(" ")).contains(scope)
        ? Checked.good(new Caller(event.claims().subject().orElseThrow()))
        : Checked.bad(insufficient(scope));
  }

  private static boolean isOurs(Claims claims, Set<String> clientIds) {
    return claims.text("token_use").filter("access"::equals).isPresent()
        && claims.text("client_id").filter(clientIds::contains).isPresent()
        && (!claims.has("aud") || claims.text("aud").filter(clientIds::contains).isPresent())
        && claims.subject().isPresent();
  }

  private static Refusal insufficient(String scope) {
    return Problem.INSUFFICIENT_SCOPE
        .because("This operation needs the scope " + scope + ".")
        .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"")
        .suspecting(Suspicion.of(DetectionPoint.SCOPE_DENIED));
  }
}
