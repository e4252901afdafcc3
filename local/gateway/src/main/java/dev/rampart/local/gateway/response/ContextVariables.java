package dev.rampart.local.gateway.response;

import java.util.Map;
import java.util.Optional;

/** What gateway responses and mock answers are made of: a request and what is known of it. */
public interface ContextVariables {
  /** Returns the value of a {@code $context} variable; empty if it has none. */
  Optional<String> variable(String name);

  /** Returns the first header field of the request that has a name. */
  Optional<String> header(String name);

  /** Gives variables values, which the access log shows too. */
  void set(Map<String, String> variables);
}
