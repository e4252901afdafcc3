package dev.rampart.local.identity.hosted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.web.BadRequest;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Objects;
import java.util.function.Function;

/** A refusal in the words of OAuth. */
final class OAuthRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  OAuthRefusal(String error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  /** Returns the document that tells a client of an error (RFC 6749, section 5.2). */
  static ObjectNode document(String error, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", error)
        .put("error_description", message);
  }

  /** Returns a route whose refusals are answered in OAuth's form. */
  static Function<HttpRequest, HttpResponse> answered(Function<HttpRequest, HttpResponse> route) {
    return request -> answer(route, request).with("Pragma", "no-cache");
  }

  private static HttpResponse answer(
      Function<HttpRequest, HttpResponse> route, HttpRequest request) {
    try {
      return route.apply(request);
    } catch (OAuthRefusal e) {
      return answer(e.error, e);
    } catch (BadRequest e) {
      return answer("invalid_request", e);
    }
  }

  private static HttpResponse answer(String error, RuntimeException refusal) {
    return WebResponses.json(400, document(error, Objects.toString(refusal.getMessage(), error)));
  }
}
