package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.token.AuthorizationCodes;
import dev.rampart.local.identity.web.CrossOrigin;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    Optional<CrossOrigin> published = Optional.of(PUBLISHED);
    add(poolPath + "jwks.json", published, Map.of("GET", _ -> wellKnown.jwks()));
    add(
        poolPath + "openid-configuration",
        published,
        Map.of("GET", _ -> wellKnown.configuration()));
    if (pool.settings().domain().isPresent()) {
      AuthorizationCodes codes = new AuthorizationCodes(pool.clock());
      addPages(pool, codes);
      addOAuth(pool, codes);
    }
  }

  /** Answers a request; 404 where nothing is. */
  public HttpResponse answer(HttpRequest request) {
    return Optional.ofNullable(endpoints.get(request.path()))
        .flatMap(endpoint -> endpoint.answer(request))
        .orElseGet(
            () -> WebResponses.text(404, "text/plain;charset=UTF-8", "There is nothing here.\n"));
  }

  private void addPages(LocalUserPool pool, AuthorizationCodes codes) {
    Pages pages = new Pages(pool.settings().pool());
    AuthorizationReader reader = new AuthorizationReader(pool.settings(), pages);
    AuthorizeEndpoint authorize = new AuthorizeEndpoint(reader);
    LoginTransactions transactions = new LoginTransactions(pool.clock());
    LoginEndpoint login = new LoginEndpoint(pool, reader, transactions, codes, pages);
    LogoutEndpoint logout = new LogoutEndpoint(pool.settings(), pages);
    add("/oauth2/authorize", Optional.empty(), Map.of("GET", authorize::answer));
    add("/login", Optional.empty(), Map.of("GET", login::show, "POST", login::submit));
    add("/logout", Optional.empty(), Map.of("GET", logout::answer));
    add(Pages.STYLE_PATH, Optional.empty(), Map.of("GET", _ -> pages.style()));
  }

  private void addOAuth(LocalUserPool pool, AuthorizationCodes codes) {
    ClientAuthentication clients = new ClientAuthentication(pool.settings());
    TokenEndpoint token = new TokenEndpoint(pool, clients, codes);
    RevokeEndpoint revoke = new RevokeEndpoint(clients, pool.sessions());
    UserInfoEndpoint userInfo = new UserInfoEndpoint(pool.accessTokens(), pool.directory());
    Optional<CrossOrigin> oauth = Optional.of(OAUTH);
    add("/oauth2/token", oauth, Map.of("POST", OAuthRefusal.answered(token::answer)));
    add("/oauth2/revoke", oauth, Map.of("POST", OAuthRefusal.answered(revoke::answer)));
    add("/oauth2/userInfo", oauth, Map.of("GET", userInfo::answer, "POST", userInfo::answer));
  }

  private void add(
      String path,
      Optional<CrossOrigin> crossOrigin,
      Map<String, Function<HttpRequest, HttpResponse>> routes) {
    endpoints.put(path, new HostedEndpoint(routes, crossOrigin));
  }
}
