package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;

/** {@code GET /oauth2/authorize}: where a client sends a user to sign in. */
record AuthorizeEndpoint(AuthorizationReader reader) {
  HttpResponse answer(HttpRequest request) {
    return reader.answer(WebRequests.query(request), wanted -> signIn(wanted, request.query()));
  }

  private static HttpResponse signIn(AuthorizationRequest wanted, String query) {
    // Nobody stays signed in here, so what must not show a page cannot succeed.
    return wanted.silent()
        ? ClientRedirect.withError(wanted, "login_required", "The user has to sign in.")
        : WebResponses.redirect("/login?" + query);
  }
}
