package dev.rampart.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.local.identity.client.IssuedTokens;
import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.identity.client.UserCredentials;
import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.NewUser;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.pool.PoolEnvironment;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import dev.rampart.local.identity.token.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A running pool with one user, and the calls that tests make of it. */
public final class TestPool implements AutoCloseable {
  public static final String CALLBACK = "http://localhost:8400/callback";
  public static final String PASSWORD = "Correct-horse-7-battery";
  public static final String TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  private static final String ADMINISTRATOR =
      "AWS4-HMAC-SHA256 Credential=ADMIN/20261124/eu-west-1/cognito-idp/aws4_request, "
          + "SignedHeaders=host, Signature=0";

  /** Made once: tests need no keys of their own. */
  private static final byte[] KEYS = keys();

  public final TestClock clock = new TestClock();
  public final List<SignInOutcome> outcomes = new CopyOnWriteArrayList<>();
  Consumer<SignInOutcome> log = outcomes::add;
  public final List<Email> emails = new CopyOnWriteArrayList<>();
  public final IdentityServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  public TestPool() {
    this(BlobStore.inMemory(), PreTokenGeneration.none());
  }

  public TestPool(BlobStore store, PreTokenGeneration trigger) {
    this(store, trigger, _ -> {});
  }

  private TestPool(BlobStore store, PreTokenGeneration trigger, Consumer<ObjectNode> change) {
    try {
      store.write("keys.json", KEYS);
      server =
          IdentityServer.start(
              0,
              Fixture.settings(store, change),
              new PoolEnvironment(
                  store,
                  SigningKeys.in(store),
                  clock,
                  trigger,
                  o -> log.accept(o),
                  emails::add,
                  _ -> true));
      if (server.users().isEmpty()) {
        server.createUser(
            new NewUser(
                "Ann",
                PASSWORD,
                Optional.of("ann@example.com"),
                Optional.of(TOTP),
                List.of("reviewers", "security")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a pool of the resources of the tests, each changed first by somebody. */
  static TestPool changed(Consumer<ObjectNode> change) {
    return new TestPool(BlobStore.inMemory(), PreTokenGeneration.none(), change);
  }

  public ClientSettings client(String name) {
    return server.settings().clients().stream()
        .filter(client -> client.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public SignInClient signIn() {
    return new SignInClient(
        server.url(), client("web").id(), CALLBACK, clock, clock::move, Optional.empty());
  }

  public IssuedTokens tokens(String... scopes) {
    try {
      return signIn()
          .tokens(new UserCredentials("ann", PASSWORD, Optional.of(TOTP)), List.of(scopes));
    } catch (SignInException e) {
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
  }

  public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return postRaw(path, body, headers);
  }

  public HttpResponse<String> postRaw(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Calls the JSON API with a signature that is not looked at. */
  public Answer call(String operation, Map<String, ?> input) {
    return call(operation, input, ADMINISTRATOR);
  }

  /** Calls an operation on the pool itself; {@code members} are names and values in turn. */
  Answer admin(String operation, Object... members) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("UserPoolId", server.settings().pool().id());
    for (int i = 0; i < members.length; i += 2) {
      input.put(members[i].toString(), members[i + 1]);
    }
    return call(operation, input);
  }

  public Answer call(String operation, Map<String, ?> input, String authorization) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(server.url() + "/"))
              .header("Content-Type", "application/x-amz-json-1.1")
              .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
              .POST(BodyPublishers.ofByteArray(Fixture.JSON.writeValueAsBytes(input)));
      HttpResponse<String> answer =
          send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
      return new Answer(answer.statusCode(), Fixture.JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the JSON API says. */
  public record Answer(int status, JsonNode body) {
    public String error() {
      return body.path("__type").asText();
    }

    public String message() {
      return body.path("message").asText();
    }
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return Fixture.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JWTClaimsSet claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }

  private static byte[] keys() {
    BlobStore store = BlobStore.inMemory();
    String shown = SigningKeys.in(store).publicKeys();
    return store.read("keys.json").orElseThrow(() -> new AssertionError(shown));
  }
}
