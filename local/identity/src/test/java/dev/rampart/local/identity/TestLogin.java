package dev.rampart.local.identity;

import dev.rampart.local.identity.crypto.Pkce;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sign-in by hand, step by step, so that a test can do each step wrong. */
final class TestLogin {
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

  final TestPool pool;
  final HttpResponse<String> page;
  final String cookie;
  final Map<String, String> hidden = new LinkedHashMap<>();

  private TestLogin(TestPool pool, HttpResponse<String> page) {
    this.pool = pool;
    this.page = page;
    this.cookie = page.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    Matcher field = HIDDEN.matcher(page.body());
    while (field.find()) {
      hidden.put(field.group(1), field.group(2));
    }
  }

  static TestLogin begin(TestPool pool) {
    return begin(pool, parameters(pool));
  }

  static TestLogin begin(TestPool pool, Map<String, String> parameters) {
    return new TestLogin(pool, pool.get("/login?" + query(parameters)));
  }

  /** Returns good parameters, to be changed. */
  static Map<String, String> parameters(TestPool pool) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", pool.client("web").id());
    parameters.put("redirect_uri", TestPool.CALLBACK);
    parameters.put("scope", "openid rampart/submissions.read");
    parameters.put("state", "s1");
    parameters.put("code_challenge_method", "S256");
    parameters.put("code_challenge", Pkce.challenge(VERIFIER));
    return parameters;
  }

  static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) -> query.append('&').append(name).append('=').append(TestPool.encode(value)));
    return query.substring(1);
  }

  HttpResponse<String> submit(String... fields) {
    Map<String, String> form = new LinkedHashMap<>(hidden);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return pool.post("/login", form, "Cookie", cookie);
  }

  HttpResponse<String> password(String name, String password) {
    return submit("username", name, "password", password);
  }

  HttpResponse<String> oneTimeCode(String secret) {
    return submit("authentication_code", Fixture.totp(secret, pool.clock.instant()));
  }

  /** Goes the whole way and returns the code. */
  static String code(TestPool pool) {
    return code(pool, parameters(pool));
  }

  static String code(TestPool pool, Map<String, String> parameters) {
    TestLogin login = begin(pool, parameters);
    login.password("ann", TestPool.PASSWORD);
    HttpResponse<String> last = login.oneTimeCode(TestPool.TOTP);
    return parameter(location(last), "code");
  }

  static URI location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElse("none:"));
  }

  static String parameter(URI uri, String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(uri.toString());
    return found.find() ? found.group(1) : "";
  }
}
