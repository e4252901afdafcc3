package dev.rampart.local.gateway.response;

import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * A gate's no. What the client sees is the template's gateway response of that type.
 *
 * @param status the status if the template names none
 * @param message AWS's words for it, {@code $context.error.message}
 * @param variables further context variables, for the response and for the access log
 * @param answer what is answered instead of the template's gateway response: the custom response of
 *     a web ACL; empty for that one
 */
public record GatewayRefusal(
    ResponseType type,
    int status,
    String message,
    Map<String, String> variables,
    Optional<HttpResponse> answer) {
  public GatewayRefusal {
    variables = Map.copyOf(variables);
  }

  /** A refusal with the type's own status. */
  public static GatewayRefusal of(ResponseType type, String message) {
    return new GatewayRefusal(type, type.status(), message, Map.of(), Optional.empty());
  }

  public GatewayRefusal with(String name, String value) {
    return new GatewayRefusal(type, status, message, Map.of(name, value), answer);
  }

  /** Returns the same refusal with another answer than the template's. */
  public GatewayRefusal answering(HttpResponse other) {
    return new GatewayRefusal(type, other.status(), message, variables, Optional.of(other));
  }
}
