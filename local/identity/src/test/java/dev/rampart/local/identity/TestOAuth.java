package dev.rampart.local.identity;

import dev.rampart.local.identity.crypto.ClientSecret;
import dev.rampart.local.identity.settings.ClientSettings;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calls of an OAuth client for people: exchange a code, refresh, revoke, ask who it is. */
public final class TestOAuth {
  private final TestPool pool;

  public TestOAuth(TestPool pool) {
    this.pool = pool;
  }

  /** Returns the form that exchanges a code, to be changed. */
  Map<String, String> exchange(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", pool.client("web").id());
    form.put("redirect_uri", TestPool.CALLBACK);
    form.put("code", code);
    form.put("code_verifier", TestLogin.VERIFIER);
    return form;
  }

  HttpResponse<String> token(Map<String, String> form) {
    return pool.post("/oauth2/token", form);
  }

  public HttpResponse<String> refresh(String token) {
    return token(
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            pool.client("web").id(),
            "refresh_token",
            token));
  }

  HttpResponse<String> revoke(String token) {
    return pool.post(
        "/oauth2/revoke", Map.of("client_id", pool.client("web").id(), "token", token));
  }

  HttpResponse<String> userInfo(String accessToken) {
    return pool.post("/oauth2/userInfo", Map.of(), "Authorization", "Bearer " + accessToken);
  }

  static String secret(ClientSettings client) {
    return client.secret().map(ClientSecret::value).orElseThrow();
  }
}
