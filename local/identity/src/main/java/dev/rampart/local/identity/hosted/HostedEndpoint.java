package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.web.CrossOrigin;
import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;
import java.util.Map;
import java.util.Optional;

/**
 * What answers at one path.
 *
 * @param routes by method
 * @param crossOrigin empty if only pages of this server, or none, have business with the path
 */
record HostedEndpoint(Map<String, Route> routes, Optional<CrossOrigin> crossOrigin) {

  @FunctionalInterface
  interface Route {
    WebReply answer(WebRequest request);
  }

  /** Returns an answer; empty if nothing is there for the method. */
  Optional<WebReply> answer(WebRequest request) {
    if (request.method().equals("OPTIONS")) {
      return crossOrigin.map(CrossOrigin::preflight);
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return Optional.ofNullable(routes.get(method))
        .map(route -> route.answer(request))
        .map(reply -> crossOrigin.map(allowed -> allowed.allow(reply)).orElse(reply));
  }
}
