package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers that carry a browser back to the client. */
final class ClientRedirect {
  private ClientRedirect() {}

  static HttpResponse withCode(AuthorizationRequest request, String code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    request.state().ifPresent(state -> parameters.put("state", state));
    return to(request.redirectUri(), parameters);
  }

  static HttpResponse withError(AuthorizationRequest request, String error, String message) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error);
    parameters.put("error_description", message);
    request.state().ifPresent(state -> parameters.put("state", state));
    return to(request.redirectUri(), parameters);
  }

  private static HttpResponse to(String redirectUri, Map<String, String> parameters) {
    return WebResponses.redirect(
        redirectUri + (redirectUri.contains("?") ? "&" : "?") + Form.encode(parameters));
  }
}
