package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.ClientSettings.Grant;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.protocol.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks the query of {@code /oauth2/authorize} and {@code /login}. */
record AuthorizationReader(IdentitySettings settings) {
  private static final String CHALLENGE = "[A-Za-z0-9_-]{43}";

  /** Kept while the user signs in; half of what the server takes as a URL. */
  private static final int STATE_BYTES_MAX = 4_096;

  /** Kept like the state, and then a part of the id token, which travels in header fields. */
  private static final int NONCE_BYTES_MAX = 1_024;

  /** How a query was received. */
  private sealed interface Result {
    record Valid(AuthorizationRequest request) implements Result {}

    /** The client is not sure, so the browser must stay here. */
    record ErrorPage(String error, String message) implements Result {}

    /** The client is sure, and is told. */
    record ErrorRedirect(String redirectUri, Optional<String> state, String error, String message)
        implements Result {}
  }

  /**
   * Answers a query: by {@code valid} if it is well-formed, or with the error on a page of the pool
   * or back at the client.
   */
  HttpResponse answer(Form query, Pages pages, Function<AuthorizationRequest, HttpResponse> valid) {
    return switch (read(query)) {
      case Result.ErrorPage page -> pages.error(page.error(), page.message());
      case Result.ErrorRedirect redirect ->
          ClientRedirect.withError(
              redirect.redirectUri(), redirect.state(), redirect.error(), redirect.message());
      case Result.Valid(AuthorizationRequest request) -> valid.apply(request);
    };
  }

  private Result read(Form query) {
    Optional<ClientSettings> known = query.get("client_id").flatMap(settings::client);
    if (known.isEmpty()) {
      return new Result.ErrorPage("invalid_request", "This app client does not exist.");
    }
    Optional<String> redirect =
        query.get("redirect_uri").filter(known.get().callbackUrls()::contains);
    if (redirect.isEmpty()) {
      return new Result.ErrorPage(
          "redirect_mismatch", "The redirect URI is not one of the app client's callback URLs.");
    }
    return read(query, known.get(), redirect.get());
  }

  private Result read(Form query, ClientSettings client, String redirectUri) {
    Optional<String> state = query.get("state");
    if (state.filter(text -> isLonger(text, STATE_BYTES_MAX)).isPresent()) {
      // Not told to the client: the way back would have to carry the same state.
      return new Result.ErrorPage(
          "invalid_request",
          "The state is longer than "
              + STATE_BYTES_MAX
              + " bytes. The app has to keep what is long, and send a key to it.");
    }
    Optional<String> challenge = query.get("code_challenge");
    Set<String> scopes = query.get("scope").map(AuthorizationReader::words).orElse(client.scopes());
    Optional<Refusal> refusal = refusal(query, client, challenge, scopes);
    if (refusal.isPresent()) {
      return new Result.ErrorRedirect(
          redirectUri, state, refusal.get().error(), refusal.get().message());
    }
    return new Result.Valid(
        new AuthorizationRequest(
            client,
            redirectUri,
            scopes,
            state,
            challenge,
            query.get("nonce"),
            query.get("prompt").filter("none"::equals).isPresent()));
  }

  private record Refusal(String error, String message) {}

  private static Optional<Refusal> refusal(
      Form query, ClientSettings client, Optional<String> challenge, Set<String> scopes) {
    String type = query.get("response_type").orElse("");
    if (type.equals("token") || !client.grants().contains(Grant.CODE)) {
      return refused("unauthorized_client", "The app client may not use this flow.");
    }
    if (!type.equals("code")) {
      return refused("invalid_request", "The response_type is not code.");
    }
    if (query.get("nonce").filter(text -> isLonger(text, NONCE_BYTES_MAX)).isPresent()) {
      return refused("invalid_request", "The nonce is longer than " + NONCE_BYTES_MAX + " bytes.");
    }
    if (!client.scopes().containsAll(scopes)) {
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

  private static Set<String> words(String text) {
    return Set.copyOf(List.of(text.split(" ", -1)));
  }
}
