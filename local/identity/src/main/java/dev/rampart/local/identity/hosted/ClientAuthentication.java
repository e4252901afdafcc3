package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.protocol.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Finds out which client calls: by basic authentication, or by id (and secret) in the form. */
record ClientAuthentication(IdentitySettings settings) {
  private record Claimed(String id, Optional<String> secret) {}

  /**
   * Returns the client.
   *
   * @throws OAuthRefusal if it is unknown, or does not show its secret
   */
  ClientSettings client(HttpRequest request, Form form) {
    Claimed claimed = claimed(request, form);
    return settings
        .client(claimed.id())
        .filter(client -> isShown(client, claimed.secret()))
        .orElseThrow(ClientAuthentication::unknown);
  }

  private static boolean isShown(ClientSettings client, Optional<String> secret) {
    return client.secret().isEmpty()
        ? secret.isEmpty()
        : secret.filter(client.secret().get()::matches).isPresent();
  }

  private static Claimed claimed(HttpRequest request, Form form) {
    Optional<String> inForm = form.get("client_id");
    Optional<Claimed> inHeader =
        WebRequests.header(request, "authorization").map(ClientAuthentication::basic);
    if (inHeader.isEmpty()) {
      return new Claimed(
          inForm.orElseThrow(ClientAuthentication::noClient), form.get("client_secret"));
    }
    if (form.get("client_secret").isPresent()
        || inForm.filter(id -> !id.equals(inHeader.get().id())).isPresent()) {
      throw new OAuthRefusal("invalid_request", "The client is named in two ways.");
    }
    return inHeader.get();
  }

  private static Claimed basic(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
      throw unknown();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw unknown();
      }
      return new Claimed(pair.substring(0, colon), Optional.of(pair.substring(colon + 1)));
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static OAuthRefusal unknown() {
    return new OAuthRefusal("invalid_client", "The client is unknown, or its secret is wrong.");
  }

  private static OAuthRefusal noClient() {
    return new OAuthRefusal("invalid_request", "The client_id is missing.");
  }
}
