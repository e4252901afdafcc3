package dev.rampart.local.gateway.response;

import dev.rampart.local.protocol.http.Field;
import java.util.Optional;

/**
 * A header of a gateway response or a mock answer.
 *
 * @param expression {@code 'a fixed text'}, {@code context.name} or {@code
 *     method.request.header.Name}
 */
public record ResponseParameter(String name, String expression) {
  private static final String CONTEXT = "context.";
  private static final String REQUEST_HEADER = "method.request.header.";

  public ResponseParameter {
    boolean fixed =
        expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'");
    if (!fixed && !expression.startsWith(CONTEXT) && !expression.startsWith(REQUEST_HEADER)) {
      throw new IllegalArgumentException("the value of " + name + " is not understood");
    }
  }

  public Optional<Field> field(ContextVariables context) {
    return value(context).map(value -> new Field(name, value));
  }

  private Optional<String> value(ContextVariables context) {
    if (expression.startsWith(CONTEXT)) {
      return context.variable(expression.substring(CONTEXT.length()));
    }
    if (expression.startsWith(REQUEST_HEADER)) {
      return context.header(expression.substring(REQUEST_HEADER.length()));
    }
    return Optional.of(expression.substring(1, expression.length() - 1));
  }
}
