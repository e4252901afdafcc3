package dev.rampart.local.identity.hosted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.token.AccessToken;
import dev.rampart.local.identity.token.AccessTokenVerifier;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Optional;

/** {@code /oauth2/userInfo}: what the pool knows of the user of an access token. */
record UserInfoEndpoint(AccessTokenVerifier accessTokens, Directory directory) {
  private static final String SCHEME = "Bearer ";

  HttpResponse answer(HttpRequest request) {
    Optional<String> bearer =
        WebRequests.header(request, "authorization")
            .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
            .map(value -> value.substring(SCHEME.length()).strip());
    if (bearer.isEmpty()) {
      return refusal(400, "invalid_request", "An access token is missing.");
    }
    return switch (accessTokens.read(bearer.get())) {
      case AccessTokenVerifier.Result.Good good -> info(good.token());
      case AccessTokenVerifier.Result.Expired _ -> invalid("Access token is expired.");
      case AccessTokenVerifier.Result.Revoked _ -> invalid("Access token has been revoked.");
      case AccessTokenVerifier.Result.Invalid _ -> invalid("Access token is invalid.");
    };
  }

  private HttpResponse info(AccessToken token) {
    if (!token.scopes().contains("openid")) {
      return refusal(403, "insufficient_scope", "The access token has not the scope openid.");
    }
    return directory
        .bySub(token.sub())
        .map(user -> WebResponses.json(200, document(user)))
        .orElseGet(() -> invalid("Access token is invalid."));
  }

  private static ObjectNode document(User user) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("sub", user.sub());
    user.attributes().forEach(document::put);
    return document.put("username", user.name());
  }

  private static HttpResponse invalid(String message) {
    return refusal(401, "invalid_token", message);
  }

  private static HttpResponse refusal(int status, String error, String message) {
    return WebResponses.json(status, OAuthRefusal.document(error, message))
        .with(
            "WWW-Authenticate",
            "Bearer error=\"" + error + "\", error_description=\"" + message + "\"");
  }
}
