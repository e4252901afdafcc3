package dev.rampart.local.protocol;

import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;

/** Shows that a port answers. */
final class AliveHandler implements HttpHandler {
  @Override
  public HttpResponse answer(HttpRequest request) {
    return HttpResponse.text(200, "alive");
  }

  @Override
  public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
    return HttpResponse.text(fault.status(), "refused");
  }
}
