package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.ClientSettings.Grant;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Checks the query of {@code /oauth2/authorize} and {@code /login}. */
record AuthorizationReader(IdentitySettings settings, Pages pages) {
  private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";

  /** Kept while the user signs in; half of what the server takes as a URL. */
  private static final int STATE_BYTES_MAX = 4_096;

  /** Kept like the state, and then a part of the id token, which travels in header fields. */
  private static final int NONCE_BYTES_MAX = 1_024;

  /**
   * Answers a query: by {@code valid} if it is well-formed. Otherwise the error is shown on a page
   * as long as it is not sure where the client is, and is told to the client from then on.
   */
  HttpResponse answer(Form query, Function<AuthorizationRequest, HttpResponse> valid) {
    Optional<ClientSettings> client = query.get("client_id").flatMap(settings::client);
    if (client.isEmpty()) {
      return pages.error("invalid_request", "This app client does not exist.");
    }
    Optional<String> redirectUri =
        query.get("redirect_uri").filter(client.get().callbackUrls()::contains);
    if (redirectUri.isEmpty()) {
      return pages.error(
          "redirect_mismatch", "The redirect URI is not one of the app client's callback URLs.");
    }
    Optional<String> state = query.get("state");
    if (state.filter(text -> isLonger(text, STATE_BYTES_MAX)).isPresent()) {
      // Not told to the client: the way back would have to carry the same state.
      return pages.error(
          "invalid_request",
          "The state is longer than %d bytes. The app has to keep what is long, and send a key to it."
              .formatted(STATE_BYTES_MAX));
    }
    AuthorizationRequest request =
        new AuthorizationRequest(
            client.get(),
            redirectUri.get(),
            query.words("scope").orElse(client.get().scopes()),
            state,
            query.get("code_challenge"),
            query.get("nonce"),
            query.get("prompt").filter("none"::equals).isPresent());
    return refusal(query, request)
        .map(refusal -> ClientRedirect.withError(request, refusal.error(), refusal.message()))
        .orElseGet(() -> valid.apply(request));
  }

  private record Refusal(String error, String message) {}

  private static Optional<Refusal> refusal(Form query, AuthorizationRequest request) {
    ClientSettings client = request.client();
    Optional<String> challenge = request.challenge();
    String type = query.get("response_type").orElse("");
    if (type.equals("token") || !client.grants().contains(Grant.CODE)) {
      return refused("unauthorized_client", "The app client may not use this flow.");
    }
    if (!type.equals("code")) {
      return refused("invalid_request", "The response_type is not code.");
    }
    if (request.nonce().filter(text -> isLonger(text, NONCE_BYTES_MAX)).isPresent()) {
      return refused("invalid_request", "The nonce is longer than " + NONCE_BYTES_MAX + " bytes.");
    }
    if (!client.scopes().containsAll(request.scopes())) {
      return refused("invalid_scope", "The app client may not ask for one of the scopes.");
    }
    boolean s256 = query.get("code_challenge_method").filter("S256"::equals).isPresent();
    if (challenge.isPresent() && !(s256 && challenge.get().matches(CHALLENGE))) {
      return refused("invalid_request", "The code_challenge is not one of method S256.");
    }
    // Stricter than Cognito, which lets a client leave it out: see docs/local-fidelity.md.
    if (challenge.isEmpty() && client.secret().isEmpty()) {
      return refused("invalid_request", "A public client has to send a code_challenge.");
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refused(String error, String message) {
    return Optional.of(new Refusal(error, message));
  }

  private static boolean isLonger(String text, int bytesMax) {
    return text.getBytes(StandardCharsets.UTF_8).length > bytesMax;
  }
}
