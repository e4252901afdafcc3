package dev.rampart.local.identity.hosted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.token.AuthorizationCodes;
import dev.rampart.local.identity.token.Pool;
import dev.rampart.local.identity.web.BadRequest;
import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers by path: the published documents, the OAuth endpoints and the pages. */
public final class HostedService {
  private final Map<String, Route> routes = new HashMap<>();

  @FunctionalInterface
  private interface Route {
    WebReply answer(WebRequest request);
  }

  /**
   * Puts the endpoints together. Without a domain in the template, only the published documents are
   * there.
   */
  public HostedService(Pool pool, String baseUrl) {
    WellKnown wellKnown = new WellKnown(baseUrl, pool.issuer(), pool.keys());
    String poolPath = "/" + pool.settings().pool().id() + "/.well-known/";
    routes.put("GET " + poolPath + "jwks.json", _ -> wellKnown.keys());
    routes.put("GET " + poolPath + "openid-configuration", _ -> wellKnown.configuration());
    if (pool.settings().domain().isPresent()) {
      AuthorizationCodes codes = new AuthorizationCodes(pool.clock());
      addPages(pool, codes);
      addOAuth(pool, codes);
    }
  }

  /** Answers a request; 404 where nothing is. */
  public WebReply answer(WebRequest request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return Optional.ofNullable(routes.get(method + " " + request.path()))
        .map(route -> route.answer(request))
        .orElseGet(
            () -> WebReply.text(404, "text/plain;charset=UTF-8", "There is nothing here.\n"));
  }

  private void addPages(Pool pool, AuthorizationCodes codes) {
    Pages pages = new Pages(pool.settings().pool());
    AuthorizationReader reader = new AuthorizationReader(pool.settings());
    LoginEndpoint login = new LoginEndpoint(pool, reader, codes, pages);
    routes.put("GET /oauth2/authorize", new AuthorizeEndpoint(reader, pages)::answer);
    routes.put("GET /login", login::show);
    routes.put("POST /login", login::submit);
    routes.put("GET /logout", new LogoutEndpoint(pool.settings(), pages)::answer);
    routes.put("GET " + Pages.STYLE_PATH, _ -> pages.style());
  }

  private void addOAuth(Pool pool, AuthorizationCodes codes) {
    ClientAuthentication clients = new ClientAuthentication(pool.settings());
    TokenEndpoint token = new TokenEndpoint(pool, clients, codes);
    RevokeEndpoint revoke = new RevokeEndpoint(clients, pool.sessions());
    UserInfoEndpoint userInfo = new UserInfoEndpoint(pool.accessTokens(), pool.directory());
    routes.put("POST /oauth2/token", request -> inOAuthTerms(token::answer, request));
    routes.put("POST /oauth2/revoke", request -> inOAuthTerms(revoke::answer, request));
    routes.put("GET /oauth2/userInfo", userInfo::answer);
    routes.put("POST /oauth2/userInfo", userInfo::answer);
  }

  /** Answers apps in a browser too: what they send here, they have to know anyway. */
  private static WebReply inOAuthTerms(Route route, WebRequest request) {
    WebReply reply;
    try {
      reply = route.answer(request);
    } catch (OAuthRefusal e) {
      reply = refusal(e.error(), e);
    } catch (BadRequest e) {
      reply = refusal("invalid_request", e);
    }
    return reply.with("Access-Control-Allow-Origin", "*").with("Pragma", "no-cache");
  }

  private static WebReply refusal(String error, RuntimeException why) {
    ObjectNode document =
        JsonNodeFactory.instance
            .objectNode()
            .put("error", error)
            .put("error_description", Objects.toString(why.getMessage(), error));
    return WebReply.json(400, document);
  }
}
