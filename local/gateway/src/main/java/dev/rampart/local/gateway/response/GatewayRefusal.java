package dev.rampart.local.gateway.response;

import java.util.Map;

/**
 * A gate's no. What the client sees is the template's gateway response of that type.
 *
 * @param status the status if the template names none
 * @param message AWS's words for it, {@code $context.error.message}
 * @param variables further context variables, for the response and for the access log
 */
public record GatewayRefusal(
    ResponseType type, int status, String message, Map<String, String> variables) {
  public GatewayRefusal {
    variables = Map.copyOf(variables);
  }

  /** A refusal with the type's own status. */
  public static GatewayRefusal of(ResponseType type, String message) {
    return new GatewayRefusal(type, type.status(), message, Map.of());
  }

  public GatewayRefusal with(String name, String value) {
    return new GatewayRefusal(type, status, message, Map.of(name, value));
  }
}
