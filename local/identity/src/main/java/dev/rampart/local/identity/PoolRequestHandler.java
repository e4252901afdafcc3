package dev.rampart.local.identity;

import dev.rampart.local.identity.api.CognitoService;
import dev.rampart.local.identity.hosted.HostedService;
import dev.rampart.local.identity.web.BadRequest;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;

/** Answers the requests of the pool's port: calls of the JSON API, and all that has a path. */
record PoolRequestHandler(CognitoService api, HostedService hosted, PoolFilter filter)
    implements HttpHandler {
  @Override
  public HttpResponse answer(HttpRequest request) throws InterruptedException {
    try {
      boolean isApi = api.takes(request);
      // What needs AWS credentials, which it checks itself, is not in front of the web ACL.
      Optional<HttpResponse> refusal =
          isApi && api.administers(request) ? Optional.empty() : filter.refuse(request, isApi);
      if (refusal.isPresent()) {
        return safe(refusal.get());
      }
      return safe(isApi ? api.reply(request) : hosted.answer(request));
    } catch (BadRequest e) {
      return plain(400, Objects.requireNonNullElse(e.getMessage(), "Bad request"));
    }
  }

  @Override
  public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
    return plain(fault.status(), fault.detail());
  }

  private static HttpResponse plain(int status, String message) {
    return safe(WebResponses.text(status, "text/plain;charset=UTF-8", message + "\n"));
  }

  private static HttpResponse safe(HttpResponse response) {
    return response.with("X-Content-Type-Options", "nosniff");
  }
}
