package dev.rampart.local.gateway.response;

import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Takes a name and an expression.
   *
   * @throws IllegalArgumentException if the expression is none of the three
   */
  public ResponseParameter {
    boolean fixed =
        expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'");
    if (!fixed && !expression.startsWith(CONTEXT) && !expression.startsWith(REQUEST_HEADER)) {
      throw new IllegalArgumentException(
          "it is neither a text in single quotes nor a variable of context or request header");
    }
  }

  /**
   * Reads the headers of a response.
   *
   * @param prefix what each name begins with
   * @throws dev.rampart.local.template.source.TemplateException if one is not understood
   */
  public static List<ResponseParameter> read(Properties parameters, String prefix) {
    List<ResponseParameter> headers = new ArrayList<>();
    for (String name : parameters.names()) {
      headers.add(read(parameters, name, prefix));
    }
    return List.copyOf(headers);
  }

  /**
   * Reads one header of a response.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it is not understood
   */
  public static ResponseParameter read(Properties parameters, String name, String prefix) {
    if (!name.startsWith(prefix)) {
      throw parameters.fault(name, "is no header: it does not begin with " + prefix);
    }
    try {
      return new ResponseParameter(name.substring(prefix.length()), parameters.text(name));
    } catch (IllegalArgumentException e) {
      throw parameters.fault(name, "is not understood: " + e.getMessage());
    }
  }

  /** Returns the header with its value for a request; empty if the value is not there. */
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
