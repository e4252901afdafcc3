package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.token.Session;
import dev.rampart.local.identity.token.Sessions;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;

/** {@code POST /oauth2/revoke}: ends the sign-in that a refresh token belongs to. */
record RevokeEndpoint(ClientAuthentication clients, Sessions sessions) {
  HttpResponse answer(HttpRequest request) {
    Form form = WebRequests.form(request);
    ClientSettings client = clients.client(request, form);
    String token =
        form.get("token")
            .orElseThrow(() -> new OAuthRefusal("invalid_request", "The token is missing."));
    if (!client.revocation()) {
      throw new OAuthRefusal("invalid_request", "The client does not allow revocation.");
    }
    // Three segments of base64url: an access or id token, which is not kept and cannot be revoked.
    if (token.chars().filter(c -> c == '.').count() == 2) {
      throw new OAuthRefusal("unsupported_token_type", "Only a refresh token can be revoked.");
    }
    sessions.sessionOf(token, client.id()).map(Session::originJti).ifPresent(sessions::revoke);
    return WebResponses.empty(200);
  }
}
