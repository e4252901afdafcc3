package dev.rampart.local.identity.hosted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.hosted.HostedEndpoint.Route;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.token.AuthorizationCodes;
import dev.rampart.local.identity.web.BadRequest;
import dev.rampart.local.identity.web.CrossOrigin;
import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers by path: the published documents, the OAuth endpoints and the pages. */
public final class HostedService {
  private static final CrossOrigin PUBLISHED = new CrossOrigin("GET", "*", "Date");

  /** A page that is an OAuth client shows its token, or its secret, in {@code Authorization}. */
  private static final CrossOrigin OAUTH =
      new CrossOrigin("GET,POST", "authorization,*", "WWW-Authenticate,Date");

  private final Map<String, HostedEndpoint> endpoints = new HashMap<>();

  /**
   * Puts the endpoints together. Without a domain in the template, only the published documents are
   * there.
   */
  public HostedService(LocalUserPool pool, String baseUrl) {
    WellKnownDocuments wellKnown = new WellKnownDocuments(baseUrl, pool.issuer(), pool.keys());
    String poolPath = "/" + pool.settings().pool().id() + "/.well-known/";
    published(poolPath + "jwks.json", _ -> wellKnown.keys());
    published(poolPath + "openid-configuration", _ -> wellKnown.configuration());
    if (pool.settings().domain().isPresent()) {
      AuthorizationCodes codes = new AuthorizationCodes(pool.clock());
      addPages(pool, codes);
      addOAuth(pool, codes);
    }
  }

  /** Answers a request; 404 where nothing is. */
  public WebReply answer(WebRequest request) {
    return Optional.ofNullable(endpoints.get(request.path()))
        .flatMap(endpoint -> endpoint.answer(request))
        .orElseGet(
            () -> WebReply.text(404, "text/plain;charset=UTF-8", "There is nothing here.\n"));
  }

  private void addPages(LocalUserPool pool, AuthorizationCodes codes) {
    Pages pages = new Pages(pool.settings().pool());
    AuthorizationReader reader = new AuthorizationReader(pool.settings());
    LoginEndpoint login = new LoginEndpoint(pool, reader, codes, pages);
    page("/oauth2/authorize", Map.of("GET", new AuthorizeEndpoint(reader, pages)::answer));
    page("/login", Map.of("GET", login::show, "POST", login::submit));
    page("/logout", Map.of("GET", new LogoutEndpoint(pool.settings(), pages)::answer));
    page(Pages.STYLE_PATH, Map.of("GET", _ -> pages.style()));
  }

  private void addOAuth(LocalUserPool pool, AuthorizationCodes codes) {
    ClientAuthentication clients = new ClientAuthentication(pool.settings());
    TokenEndpoint token = new TokenEndpoint(pool, clients, codes);
    RevokeEndpoint revoke = new RevokeEndpoint(clients, pool.sessions());
    UserInfoEndpoint userInfo = new UserInfoEndpoint(pool.accessTokens(), pool.directory());
    oauth("/oauth2/token", Map.of("POST", request -> inOAuthTerms(token::answer, request)));
    oauth("/oauth2/revoke", Map.of("POST", request -> inOAuthTerms(revoke::answer, request)));
    oauth("/oauth2/userInfo", Map.of("GET", userInfo::answer, "POST", userInfo::answer));
  }

  private void page(String path, Map<String, Route> routes) {
    endpoints.put(path, new HostedEndpoint(routes, Optional.empty()));
  }

  private void published(String path, Route document) {
    endpoints.put(path, new HostedEndpoint(Map.of("GET", document), Optional.of(PUBLISHED)));
  }

  private void oauth(String path, Map<String, Route> routes) {
    endpoints.put(path, new HostedEndpoint(routes, Optional.of(OAUTH)));
  }

  private static WebReply inOAuthTerms(Route route, WebRequest request) {
    WebReply reply;
    try {
      reply = route.answer(request);
    } catch (OAuthRefusal e) {
      reply = refusal(e.error(), e);
    } catch (BadRequest e) {
      reply = refusal("invalid_request", e);
    }
    return reply.with("Pragma", "no-cache");
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
