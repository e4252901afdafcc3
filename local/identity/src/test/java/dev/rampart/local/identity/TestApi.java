package dev.rampart.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.crypto.ClientSecret;
import dev.rampart.local.identity.settings.ClientSettings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A sign-in through the JSON API, step by step, so that a test can do each step wrong. */
final class TestApi {
  /** The time of the test's clock, as clients write it. */
  static final String TIME = "Tue Nov 24 10:00:05 UTC 2026";

  private final TestPool pool;

  TestApi(TestPool pool) {
    this.pool = pool;
  }

  JsonNode signIn() {
    JsonNode challenge = prove("ann", TestPool.PASSWORD, "web").body();
    return code(challenge, Fixture.totp(TestPool.TOTP, pool.clock.instant())).body();
  }

  Answer begin(String name, String client) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("USERNAME", name);
    parameters.put("SRP_A", new TestSrp().publicNumber().toString(16));
    pool.client(client)
        .secret()
        .ifPresent(s -> parameters.put("SECRET_HASH", secretHash(s, name, pool.client(client))));
    return pool.call(
        "InitiateAuth",
        Map.of(
            "AuthFlow",
            "USER_SRP_AUTH",
            "ClientId",
            pool.client(client).id(),
            "AuthParameters",
            parameters),
        "");
  }

  Answer prove(String name, String password, String client) {
    return respond(begin(name, client), name, password, client);
  }

  Answer respond(Answer begun, String name, String password, String client) {
    return respond(begun, name, password, client, TIME);
  }

  Answer respond(Answer begun, String name, String password, String client, String timestamp) {
    JsonNode given = begun.body().path("ChallengeParameters");
    String block = given.path("SECRET_BLOCK").asText();
    String signature =
        new TestSrp()
            .signature(
                pool.server.settings().pool().shortId(),
                given.path("USER_ID_FOR_SRP").asText(),
                password,
                new BigInteger(given.path("SALT").asText(), 16),
                new BigInteger(given.path("SRP_B").asText(), 16),
                Base64.getDecoder().decode(block),
                timestamp);
    Map<String, String> responses = new LinkedHashMap<>();
    responses.put("USERNAME", name);
    responses.put("TIMESTAMP", timestamp);
    responses.put("PASSWORD_CLAIM_SECRET_BLOCK", block);
    responses.put("PASSWORD_CLAIM_SIGNATURE", signature);
    pool.client(client)
        .secret()
        .ifPresent(s -> responses.put("SECRET_HASH", secretHash(s, name, pool.client(client))));
    return pool.call(
        "RespondToAuthChallenge",
        Map.of(
            "ChallengeName",
            "PASSWORD_VERIFIER",
            "ClientId",
            pool.client(client).id(),
            "ChallengeResponses",
            responses),
        "");
  }

  Answer respond(String name, JsonNode challenge, Map<String, String> responses) {
    return pool.call(
        "RespondToAuthChallenge",
        Map.of(
            "ChallengeName",
            name,
            "ClientId",
            pool.client("web").id(),
            "Session",
            session(challenge),
            "ChallengeResponses",
            responses),
        "");
  }

  Answer code(JsonNode challenge, String code) {
    return respond(
        "SOFTWARE_TOKEN_MFA",
        challenge,
        Map.of("USERNAME", "ann", "SOFTWARE_TOKEN_MFA_CODE", code));
  }

  Answer newPassword(JsonNode challenge, String password) {
    return respond(
        "NEW_PASSWORD_REQUIRED", challenge, Map.of("USERNAME", "bob", "NEW_PASSWORD", password));
  }

  Answer rotate(String token) {
    return pool.call(
        "GetTokensFromRefreshToken",
        Map.of("ClientId", pool.client("web").id(), "RefreshToken", token),
        "");
  }

  String secretHash(ClientSecret secret, String name, ClientSettings client) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal((name + client.id()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String session(JsonNode answer) {
    return answer.path("Session").asText();
  }

  static String access(JsonNode tokens) {
    return tokens.path("AccessToken").asText();
  }
}
