package dev.rampart.local.gateway;

import java.util.Map;

/**
 * A gate's no. What the client sees is the template's gateway response of that type.
 *
 * @param status the status if the template names none
 * @param message AWS's words for it, {@code $context.error.message}
 * @param variables further context variables, for the response and for the access log
 */
public record Refusal(
    ResponseType type, int status, String message, Map<String, String> variables) {
  public Refusal {
    variables = Map.copyOf(variables);
  }

  /** A refusal with the type's own status. */
  public static Refusal of(ResponseType type, String message) {
    return new Refusal(type, type.status(), message, Map.of());
  }

  Refusal with(String name, String value) {
    return new Refusal(type, status, message, Map.of(name, value));
  }
}
