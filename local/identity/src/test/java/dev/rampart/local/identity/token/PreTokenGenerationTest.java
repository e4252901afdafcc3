package dev.rampart.local.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.TestOAuth;
import dev.rampart.local.identity.TestPool;
import dev.rampart.local.identity.client.IssuedTokens;
import dev.rampart.local.identity.client.UserCredentials;
import dev.rampart.local.identity.store.BlobStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the function before a token sees and may change. */
final class PreTokenGenerationTest {
  private final List<JsonNode> events = new ArrayList<>();

  @Test
  void the_function_sees_the_event_of_version_2() {
    try (TestPool pool = answering("null")) {
      pool.tokens("openid", "rampart/submissions.read");
      JsonNode event = events.getFirst();
      assertThat(event.path("version").asText()).isEqualTo("2");
      assertThat(event.path("triggerSource").asText()).isEqualTo("TokenGeneration_HostedAuth");
      assertThat(event.path("region").asText()).isEqualTo("eu-west-1");
      assertThat(event.path("userPoolId").asText()).isEqualTo(pool.server.settings().pool().id());
      assertThat(event.path("userName").asText()).isEqualTo("ann");
      assertThat(event.at("/callerContext/clientId").asText()).isEqualTo(pool.client("web").id());
      assertThat(event.at("/request/scopes").toString())
          .isEqualTo("[\"openid\",\"rampart/submissions.read\"]");
      assertThat(event.at("/request/groupConfiguration/groupsToOverride").toString())
          .isEqualTo("[\"security\",\"reviewers\"]");
      assertThat(event.at("/request/userAttributes/email").asText()).isEqualTo("ann@example.com");
      assertThat(event.at("/response/claimsAndScopeOverrideDetails").isNull()).isTrue();
    }
  }

  @Test
  void scopes_and_claims_change_as_the_function_wants() {
    String answer =
        """
        {"accessTokenGeneration": {
           "scopesToAdd": ["rampart/threats.read"],
           "scopesToSuppress": ["rampart/submissions.review", "openid"],
           "claimsToAddOrOverride": {"tenant": "t1", "limits": {"a": [1, true]}},
           "claimsToSuppress": ["cognito:groups"]},
         "idTokenGeneration": {"claimsToAddOrOverride": {"tenant": "t2"}}}\
        """;
    try (TestPool pool = answering(answer)) {
      IssuedTokens tokens = pool.tokens();
      Map<String, Object> access = TestPool.claims(tokens.accessToken()).getClaims();
      assertThat(access)
          .containsEntry(
              "scope", "rampart/submissions.read rampart/submissions.write rampart/threats.read")
          .containsEntry("tenant", "t1")
          .containsEntry("limits", Map.of("a", List.of(1L, true)))
          .doesNotContainKey("cognito:groups");
      assertThat(TestPool.claims(tokens.idToken().orElseThrow()).getClaims())
          .containsEntry("tenant", "t2")
          .containsKey("cognito:groups");
    }
  }

  @Test
  void who_a_token_is_for_and_from_cannot_be_changed() {
    String answer =
        """
        {"accessTokenGeneration": {
           "claimsToAddOrOverride": {"sub": "x", "iss": "x", "exp": 1, "client_id": "x",
             "token_use": "id", "username": "root", "scope": "x", "aud": "x"},
           "claimsToSuppress": ["sub", "exp", "iss", "token_use", "origin_jti"]}}\
        """;
    try (TestPool pool = answering(answer)) {
      JWTClaimsSet claims = TestPool.claims(pool.tokens().accessToken());
      assertThat(claims.getSubject()).isEqualTo(pool.server.users().getFirst().sub());
      assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
      assertThat(claims.getClaims())
          .containsEntry("token_use", "access")
          .containsEntry("username", "ann")
          .containsKey("origin_jti")
          .doesNotContainKey("aud");
      assertThat(claims.getClaim("scope").toString()).startsWith("openid ");
    }
  }

  @Test
  void groups_may_be_replaced_in_both_tokens() {
    try (TestPool pool = answering("{\"groupOverrideDetails\":{\"groupsToOverride\":[\"x\"]}}")) {
      IssuedTokens tokens = pool.tokens("openid");
      assertThat(TestPool.claims(tokens.accessToken()).getClaim("cognito:groups"))
          .isEqualTo(List.of("x"));
      assertThat(TestPool.claims(tokens.idToken().orElseThrow()).getClaim("cognito:groups"))
          .isEqualTo(List.of("x"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "[]",
        "{\"accessTokenGeneration\":{\"scopesToAdd\":[1]}}",
        "{\"accessTokenGeneration\":{\"scopesToAdd\":[\"a b\"]}}",
        "{\"accessTokenGeneration\":{\"claimsToSuppress\":[{}]}}"
      })
  void an_answer_that_cannot_be_applied_gives_no_token(String answer) {
    try (TestPool pool = answering(answer)) {
      assertNoTokens(pool);
    }
  }

  @Test
  void a_function_that_fails_gives_no_token_and_refreshing_asks_it_again() {
    List<String> failures = new ArrayList<>();
    PreTokenGeneration function =
        event -> {
          events.add(event);
          if (!failures.isEmpty()) {
            throw new TriggerException(failures.getFirst());
          }
          return event;
        };
    try (TestPool pool = new TestPool(BlobStore.inMemory(), function)) {
      String refreshToken = pool.tokens().refreshToken().orElseThrow();
      failures.add("no scopes today");
      assertNoTokens(pool);
      TestOAuth oauth = new TestOAuth(pool);
      HttpResponse<String> refused = oauth.refresh(refreshToken);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("no scopes today").doesNotContain("access_token");
      failures.clear();
      assertThat(oauth.refresh(refreshToken).statusCode()).isEqualTo(200);
      assertThat(events.getLast().path("triggerSource").asText())
          .isEqualTo("TokenGeneration_RefreshTokens");
    }
  }

  private static void assertNoTokens(TestPool pool) {
    UserCredentials ann = new UserCredentials("ann", TestPool.PASSWORD, Optional.of(TestPool.TOTP));
    assertThatThrownBy(() -> pool.signIn().tokens(ann, List.of()).toString())
        .hasMessageContaining("PreTokenGeneration failed");
  }

  private TestPool answering(String details) {
    return new TestPool(
        BlobStore.inMemory(),
        event -> {
          events.add(event.deepCopy());
          try {
            ((ObjectNode) event.path("response"))
                .set("claimsAndScopeOverrideDetails", Fixture.JSON.readTree(details));
            return event;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
