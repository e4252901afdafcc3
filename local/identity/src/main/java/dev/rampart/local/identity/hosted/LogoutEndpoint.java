package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Optional;

/** {@code GET /logout}: carries the browser on; nobody stays signed in here anyway. */
record LogoutEndpoint(IdentitySettings settings, Pages pages) {
  HttpResponse answer(HttpRequest request) {
    Form query = WebRequests.query(request);
    Optional<ClientSettings> client = query.get("client_id").flatMap(settings::client);
    if (client.isEmpty()) {
      return pages.error("invalid_request", "This app client does not exist.");
    }
    return query
        .get("logout_uri")
        .filter(client.get().logoutUrls()::contains)
        .map(WebResponses::redirect)
        .orElseGet(
            () ->
                pages.error(
                    "redirect_mismatch",
                    "The logout URI is not one of the app client's sign-out URLs."));
  }
}
