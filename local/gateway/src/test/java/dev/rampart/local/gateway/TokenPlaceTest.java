package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.local.gateway.gate.JwksCache;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.supervision.RunClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where tokens, API keys and signing keys may come from, and where not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenPlaceTest {
  private Running running;

  @BeforeAll
  void start() {
    running = Running.start();
  }

  @AfterAll
  void stop() {
    running.close();
  }

  @Test
  void b17_one_authorization_field_with_a_bearer_token_is_needed() {
    String good = running.tokens.good();
    assertThat(running.send(running.anonymous("/v1/submissions")).statusCode()).isEqualTo(401);
    for (String value :
        List.of(
            "",
            "Bearer",
            "Bearer ",
            "Basic " + good,
            "bearer" + good,
            good,
            "Bearer  " + good,
            "Bearer\t" + good,
            "Token " + good,
            "Bearer " + good + ", Bearer " + good)) {
      assertThat(status("Authorization: " + value)).as(value).isEqualTo(401);
    }
    assertThat(status("Authorization: Bearer " + good, "Authorization: Bearer " + good))
        .isEqualTo(401);
    assertThat(status("Authorization: Bearer " + good)).isEqualTo(200);
    assertThat(status("authorization: bearer " + good)).isEqualTo(200);
  }

  private int status(String... fields) {
    String request =
        "GET /v1/submissions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nx-api-key: "
            + Running.API_KEY
            + "\r\n"
            + String.join("\r\n", fields)
            + "\r\n\r\n";
    return new RawClient(running.gateway.port()).sendToTheEnd(request).status();
  }

  @Test
  void b16_a_token_elsewhere_does_not_count() {
    String token = running.tokens.good();
    assertThat(
            running
                .send(
                    running
                        .anonymous("/v1/submissions?access_token=" + token)
                        .header("x-api-key", Running.API_KEY)
                        .header("Cookie", "access_token=" + token)
                        .header("X-Authorization", "Bearer " + token))
                .statusCode())
        .isEqualTo(401);
    assertThat(
            running
                .send(
                    running
                        .anonymous("/v1/submissions")
                        .header("x-api-key", Running.API_KEY)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("access_token=" + token)))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void b19_an_api_key_is_needed_and_is_not_enough() {
    for (List<String> keys :
        List.of(
            List.<String>of(),
            List.of("unknown"),
            List.of(""),
            List.of(Running.API_KEY + "x"),
            List.of("key-id-1"),
            List.of(Running.API_KEY, Running.API_KEY))) {
      HttpRequest.Builder request =
          running
              .anonymous("/v1/submissions")
              .header("Authorization", "Bearer " + running.tokens.good());
      keys.forEach(key -> request.header("x-api-key", key));
      HttpResponse<String> answer = running.send(request);
      assertThat(answer.statusCode()).as(keys.toString()).isEqualTo(403);
      assertThat(Running.json(answer).path("gate").asText()).isEqualTo("plan");
    }
    assertThat(
            running
                .send(running.anonymous("/v1/submissions").header("x-api-key", Running.API_KEY))
                .statusCode())
        .isEqualTo(401);
    assertThat(running.get("/v1/submissions").statusCode()).isEqualTo(200);
  }

  @Test
  void b04_keys_that_a_token_names_or_carries_are_never_used() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    RSAKey evil = Tokens.newKey("key-1");
    HttpServer listener = serve(connections, new AtomicReference<>(jwks(evil)));
    String url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/jwks.json";
    for (Map.Entry<String, Object> named :
        Map.<String, Object>of(
                "jku",
                url,
                "x5u",
                url,
                "jwk",
                evil.toPublicJWK().toJSONObject(),
                "x5c",
                List.of("MIIB"))
            .entrySet()) {
      Map<String, @Nullable Object> header = running.tokens.header();
      header.put(named.getKey(), named.getValue());
      String claims = JSONObjectUtils.toJSONString(running.tokens.claims());
      String token = Tokens.signed(JSONObjectUtils.toJSONString(header), claims, evil);
      assertThat(running.getWithToken(token).statusCode()).isEqualTo(401);
    }
    listener.stop(0);
    assertThat(connections).hasValue(0);
  }

  @Test
  void b05_unknown_key_ids_make_at_most_one_fetch_a_window() throws IOException {
    AtomicInteger fetches = new AtomicInteger();
    AtomicReference<String> keys = new AtomicReference<>("{\"keys\":[]}");
    HttpServer issuer = serve(fetches, keys);
    URI url = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks.json");
    RunClock clock = new RunClock(Clock.fixed(Running.NOW, ZoneOffset.UTC));
    JwksCache found = new JwksCache(new KeySource.AtUrl(url), Duration.ofSeconds(60), clock);
    for (int i = 0; i < 50; i++) {
      assertThat(found.find("unknown-" + i)).isEmpty();
    }
    assertThat(fetches).hasValue(1);
    RSAKey rotated = Tokens.newKey("rotated");
    keys.set(jwks(rotated));
    clock.forward(Duration.ofSeconds(61));
    assertThat(found.find("rotated")).isPresent();
    assertThat(found.find("unknown")).isEmpty();
    assertThat(fetches).hasValue(2);
    clock.forward(Duration.ofSeconds(61));
    issuer.stop(0);
    assertThat(found.find("unknown")).isEmpty();
    assertThat(found.find("rotated")).isPresent();
  }

  private static String jwks(RSAKey key) {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private static HttpServer serve(AtomicInteger count, AtomicReference<String> text)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          count.incrementAndGet();
          byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    return server;
  }
}
