package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;

/** {@code GET /oauth2/authorize}: where a client sends a user to sign in. */
final class AuthorizeEndpoint {
  private final AuthorizationReader reader;
  private final Pages pages;

  AuthorizeEndpoint(AuthorizationReader reader, Pages pages) {
    this.reader = reader;
    this.pages = pages;
  }

  WebReply answer(WebRequest request) {
    return switch (reader.read(request.parameters())) {
      case AuthorizationReader.Result.Shown shown -> pages.error(shown.error(), shown.message());
      case AuthorizationReader.Result.Told told ->
          ClientRedirect.withError(told.redirectUri(), told.state(), told.error(), told.message());
      case AuthorizationReader.Result.Good good -> signIn(good.request(), request.query());
    };
  }

  private static WebReply signIn(AuthorizationRequest wanted, String query) {
    // Nobody stays signed in here, so what must not show a page cannot succeed.
    return wanted.silent()
        ? ClientRedirect.withError(
            wanted.redirectUri(), wanted.state(), "login_required", "The user has to sign in.")
        : WebReply.redirect("/login?" + query);
  }
}
