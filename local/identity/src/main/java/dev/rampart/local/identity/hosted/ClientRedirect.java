package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.web.WebReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers that carry a browser back to the client. */
final class ClientRedirect {
  private ClientRedirect() {}

  static WebReply withCode(AuthorizationRequest request, String code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    request.state().ifPresent(state -> parameters.put("state", state));
    return to(request.redirectUri(), parameters);
  }

  static WebReply withError(
      String redirectUri, Optional<String> state, String error, String message) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error);
    parameters.put("error_description", message);
    state.ifPresent(value -> parameters.put("state", value));
    return to(redirectUri, parameters);
  }

  private static WebReply to(String redirectUri, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return WebReply.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
