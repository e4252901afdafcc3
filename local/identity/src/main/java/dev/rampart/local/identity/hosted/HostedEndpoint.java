package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.web.CrossOrigin;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What answers at one path.
 *
 * @param routes by method
 * @param crossOrigin empty if only pages of this server, or none, have business with the path
 */
record HostedEndpoint(
    Map<String, Function<HttpRequest, HttpResponse>> routes, Optional<CrossOrigin> crossOrigin) {

  /** Returns an answer; empty if nothing is there for the method. */
  Optional<HttpResponse> answer(HttpRequest request) {
    if (request.method().equals("OPTIONS")) {
      return crossOrigin.map(CrossOrigin::preflight);
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return Optional.ofNullable(routes.get(method))
        .map(route -> route.apply(request))
        .map(response -> crossOrigin.map(allowed -> allowed.allow(response)).orElse(response));
  }
}
