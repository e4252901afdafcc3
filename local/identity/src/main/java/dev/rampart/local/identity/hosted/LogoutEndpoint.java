package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;
import java.util.Optional;

/** {@code GET /logout}: carries the browser on; nobody stays signed in here anyway. */
final class LogoutEndpoint {
  private final IdentitySettings settings;
  private final Pages pages;

  LogoutEndpoint(IdentitySettings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  WebReply answer(WebRequest request) {
    Form query = request.parameters();
    Optional<ClientSettings> client = query.get("client_id").flatMap(settings::client);
    if (client.isEmpty()) {
      return pages.error("invalid_request", "This app client does not exist.");
    }
    return query
        .get("logout_uri")
        .filter(client.get().logoutUrls()::contains)
        .map(WebReply::redirect)
        .orElseGet(
            () ->
                pages.error(
                    "redirect_mismatch",
                    "The logout URI is not one of the app client's sign-out URLs."));
  }
}
