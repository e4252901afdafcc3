package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of an API.
 *
 * @param method the HTTP method; GET stands for HEAD too
 * @param path the template of the path, such as {@code /v1/submissions/{id}}
 * @param scope the scope that a token must have; empty if no token is needed
 * @param parameters the names that may be in the query, each once
 * @param handler answers the requests
 */
public record Endpoint(
    String method,
    String path,
    Optional<String> scope,
    Set<String> parameters,
    EndpointHandler handler) {

  public Endpoint {
    parameters = Set.copyOf(parameters);
  }

  /** Returns an endpoint that anybody may read, without query parameters. */
  public static Endpoint open(String path, EndpointHandler handler) {
    return new Endpoint("GET", path, Optional.empty(), Set.of(), handler);
  }

  /** Returns whether a request is for this endpoint; HEAD is a GET without the body. */
  boolean matches(ProxyEvent event) {
    String wanted = event.method().equals("HEAD") ? "GET" : event.method();
    return method.equals(wanted) && path.equals(event.resource());
  }
}
