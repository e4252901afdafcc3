package dev.rampart.local.identity.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.identity.crypto.Pkce;
import dev.rampart.local.identity.crypto.RandomText;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.web.Form;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs a person in as a browser and an app together would: authorization code with PKCE, password,
 * one-time code, tokens. It knows nothing of the server but its address.
 *
 * <p>A one-time code is good once. If the present one has been used, the code of the next step is
 * tried, which a server that allows for wrong clocks takes as well; after that the client waits.
 *
 * @param baseUrl of the hosted pages, without a trailing slash
 * @param redirectUri one of the client's callback URLs; nobody needs to listen there
 * @param pause how to wait until a new code is there
 * @param source the address of this machine that it calls from; empty for any
 */
public record SignInClient(
    String baseUrl,
    String clientId,
    String redirectUri,
    InstantSource clock,
    Pause pause,
    Optional<InetAddress> source) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int VERIFIER_BYTES = 32;
  private static final int CODE_TRIES_MAX = 3;

  /** How to wait. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /** A sign-in on the system's clock. */
  public static SignInClient of(String baseUrl, String clientId, String redirectUri) {
    return new SignInClient(
        baseUrl, clientId, redirectUri, InstantSource.system(), Thread::sleep, Optional.empty());
  }

  /** Returns the same with an address of this machine that it calls from. */
  public SignInClient from(InetAddress address) {
    return new SignInClient(baseUrl, clientId, redirectUri, clock, pause, Optional.of(address));
  }

  /**
   * Signs a person in.
   *
   * @param scopes what to ask for; empty for all that the client may have
   * @throws SignInException if the server refuses, or cannot be reached
   */
  public IssuedTokens tokens(UserCredentials person, Collection<String> scopes)
      throws SignInException {
    String verifier = RandomText.of(VERIFIER_BYTES);
    String state = RandomText.of(VERIFIER_BYTES);
    try (Browser browser = new Browser(source)) {
      URI form = redirect(browser.get(authorizeUri(verifier, state, scopes)));
      LoginForm login = LoginForm.read(browser.get(form));
      HttpResponse<String> answer =
          browser.post(
              login.target(),
              login.with(Map.of("username", person.name(), "password", person.password())));
      HttpResponse<String> last =
          isRedirect(answer) ? answer : giveCode(browser, LoginForm.read(answer), person);
      return exchange(browser, code(redirect(last), state), verifier);
    }
  }

  private HttpResponse<String> giveCode(Browser browser, LoginForm first, UserCredentials person)
      throws SignInException {
    LoginForm form = first;
    long step = TotpCode.step(clock.instant());
    for (int tries = 0; tries < CODE_TRIES_MAX; tries++) {
      if (!form.asksForCode() || person.totpSecret().isEmpty()) {
        break;
      }
      waitUntilTaken(step);
      String code = TotpCode.ofStep(person.totpSecret().get(), step);
      HttpResponse<String> answer =
          browser.post(form.target(), form.with(Map.of("authentication_code", code)));
      if (isRedirect(answer)) {
        return answer;
      }
      form = LoginForm.read(answer);
      step++;
    }
    throw new SignInException(
        person.name()
            + " was not signed in: "
            + form.fault().orElse("the server asks for something else than a code."));
  }

  /** Waits until a server allows for the code of a step: from the step before it on. */
  private void waitUntilTaken(long step) throws SignInException {
    Instant from = Instant.ofEpochSecond((step - 1) * TotpCode.STEP_SECONDS);
    Duration wait = Duration.between(clock.instant(), from);
    if (wait.isPositive()) {
      try {
        pause.of(wait);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new SignInException("The sign-in was interrupted.");
      }
    }
  }

  private URI authorizeUri(String verifier, String state, Collection<String> scopes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", clientId);
    query.put("redirect_uri", redirectUri);
    query.put("state", state);
    query.put("code_challenge_method", "S256");
    query.put("code_challenge", Pkce.challenge(verifier));
    if (!scopes.isEmpty()) {
      query.put("scope", String.join(" ", scopes));
    }
    return URI.create(baseUrl + "/oauth2/authorize?" + Form.encode(query));
  }

  private String code(URI back, String state) throws SignInException {
    String query = Optional.ofNullable(back.getRawQuery()).orElse("");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    String code = parameters.getOrDefault("code", "");
    if (code.isEmpty() || !state.equals(parameters.get("state"))) {
      throw new SignInException("The identity server sent back no code: " + query);
    }
    return code;
  }

  private IssuedTokens exchange(Browser browser, String code, String verifier)
      throws SignInException {
    HttpResponse<String> answer =
        browser.post(
            URI.create(baseUrl + "/oauth2/token"),
            Map.of(
                "grant_type", "authorization_code",
                "client_id", clientId,
                "redirect_uri", redirectUri,
                "code", code,
                "code_verifier", verifier));
    JsonNode tokens = json(answer);
    if (answer.statusCode() != 200 || !tokens.path("access_token").isTextual()) {
      throw new SignInException("The identity server gave no tokens: " + answer.body());
    }
    return new IssuedTokens(
        tokens.path("access_token").asText(),
        text(tokens, "id_token"),
        text(tokens, "refresh_token"),
        tokens.path("expires_in").asInt());
  }

  private static JsonNode json(HttpResponse<String> answer) throws SignInException {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException _) {
      throw new SignInException("The token endpoint answers no JSON, but " + answer.statusCode());
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static boolean isRedirect(HttpResponse<String> answer) {
    return answer.statusCode() == 302;
  }

  private static URI redirect(HttpResponse<String> answer) throws SignInException {
    return answer
        .headers()
        .firstValue("Location")
        .filter(_ -> isRedirect(answer))
        .map(location -> answer.uri().resolve(location))
        .orElseThrow(
            () ->
                new SignInException(
                    "The identity server refuses to sign in, status " + answer.statusCode() + "."));
  }
}
