package dev.rampart.local.identity.hosted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.crypto.Pkce;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.ClientSettings.Grant;
import dev.rampart.local.identity.token.AuthorizationCodes;
import dev.rampart.local.identity.token.AuthorizationCodes.Taken;
import dev.rampart.local.identity.token.Session;
import dev.rampart.local.identity.token.Sessions;
import dev.rampart.local.identity.token.Sessions.Presented;
import dev.rampart.local.identity.token.TokenIssuer;
import dev.rampart.local.identity.token.TokenIssuer.TokenRequest;
import dev.rampart.local.identity.token.TriggerException;
import dev.rampart.local.identity.token.TriggerSource;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/** {@code POST /oauth2/token}. */
record TokenEndpoint(LocalUserPool pool, ClientAuthentication clients, AuthorizationCodes codes) {
  HttpResponse answer(HttpRequest request) {
    Form form = WebRequests.form(request);
    ClientSettings client = clients.client(request, form);
    String grant = required(form, "grant_type");
    return WebResponses.json(
        200,
        switch (grant) {
          case "authorization_code" -> code(client, form);
          case "refresh_token" -> refresh(client, form);
          case "client_credentials" -> clientCredentials(client, form);
          default -> throw new OAuthRefusal("unsupported_grant_type", "The grant is not offered.");
        });
  }

  private ObjectNode code(ClientSettings client, Form form) {
    allowed(client, Grant.CODE);
    String code = required(form, "code");
    return switch (codes.take(code)) {
      case Taken.Fresh fresh -> exchange(client, form, code, fresh.grant());
      case Taken.Again again -> {
        // Somebody else may hold the tokens of the first use (RFC 6749, section 4.1.2).
        again.originJti().ifPresent(pool.sessions()::revoke);
        throw new OAuthRefusal("invalid_grant", "The code has been used before.");
      }
      case Taken.Unknown _ -> throw new OAuthRefusal("invalid_grant", "The code is not valid.");
    };
  }

  private ObjectNode exchange(
      ClientSettings client, Form form, String code, AuthorizationCodes.Grant grant) {
    boolean same =
        grant.clientId().equals(client.id())
            && form.get("redirect_uri").filter(grant.redirectUri()::equals).isPresent()
            && Pkce.holds(grant.challenge(), form.get("code_verifier"));
    if (!same) {
      throw new OAuthRefusal("invalid_grant", "The code was not given for this request.");
    }
    User user = active(grant.sub());
    Sessions.Opened opened = pool.sessions().open(client, user, grant.scopes());
    if (!codes.became(code, opened.session())) {
      pool.sessions().revoke(opened.session().originJti());
      throw new OAuthRefusal("invalid_grant", "The code has been used before.");
    }
    ObjectNode answer =
        tokens(
            new TokenRequest(user, client, opened.session(), TriggerSource.HOSTED_AUTH),
            grant.nonce());
    return answer.put("refresh_token", opened.refreshToken());
  }

  private ObjectNode refresh(ClientSettings client, Form form) {
    allowed(client, Grant.CODE);
    String old = required(form, "refresh_token");
    Session session =
        switch (pool.sessions().present(old, client.id())) {
          case Presented.Good good -> good.session();
          case Presented.Reused _ ->
              throw new OAuthRefusal(
                  "invalid_grant",
                  "The refresh token was replaced by a newer one and used again, so the sign-in has"
                      + " been ended.");
          case Presented.Unknown _ -> throw refreshTokenIsGone();
        };
    ObjectNode answer =
        tokens(
            new TokenRequest(active(session.sub()), client, session, TriggerSource.REFRESH),
            Optional.empty());
    client
        .rotationGrace()
        .ifPresent(
            grace ->
                answer.put(
                    "refresh_token",
                    pool.sessions()
                        .rotate(old, client.id(), grace)
                        .orElseThrow(TokenEndpoint::refreshTokenIsGone)));
    return answer;
  }

  private ObjectNode clientCredentials(ClientSettings client, Form form) {
    allowed(client, Grant.CLIENT_CREDENTIALS);
    Set<String> scopes = form.words("scope").orElse(client.scopes());
    if (!client.scopes().containsAll(scopes)) {
      throw new OAuthRefusal("invalid_scope", "The client may not ask for one of the scopes.");
    }
    return answer(client, pool.tokenIssuer().forClient(client, scopes));
  }

  private ObjectNode tokens(TokenRequest request, Optional<String> nonce) {
    try {
      TokenIssuer.Tokens tokens = pool.tokenIssuer().forTokenEndpoint(request, nonce);
      ObjectNode answer = answer(request.client(), tokens.access());
      return request.session().scopes().contains("openid")
          ? answer.put("id_token", tokens.id())
          : answer;
    } catch (TriggerException e) {
      throw new OAuthRefusal(
          "invalid_grant", "PreTokenGeneration failed with error " + e.getMessage());
    }
  }

  private User active(String sub) {
    return pool.directory()
        .bySub(sub)
        .filter(User::enabled)
        .orElseThrow(() -> new OAuthRefusal("invalid_grant", "The user cannot sign in any more."));
  }

  private static ObjectNode answer(ClientSettings client, String accessToken) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("access_token", accessToken)
        .put("expires_in", client.lifetimes().access().toSeconds())
        .put("token_type", "Bearer");
  }

  private static void allowed(ClientSettings client, Grant grant) {
    if (!client.grants().contains(grant)) {
      throw new OAuthRefusal("unauthorized_client", "The client may not use this grant.");
    }
  }

  private static String required(Form form, String name) {
    return form.get(name)
        .orElseThrow(() -> new OAuthRefusal("invalid_request", "The " + name + " is missing."));
  }

  private static OAuthRefusal refreshTokenIsGone() {
    return new OAuthRefusal("invalid_grant", "The refresh token is not valid.");
  }
}
