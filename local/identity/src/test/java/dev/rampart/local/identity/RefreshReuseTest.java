package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.TestPool.Answer;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refresh token that was replaced and comes back ends its whole sign-in (RFC 9700, 4.14.2). */
final class RefreshReuseTest {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void at_the_token_endpoint_reuse_ends_the_newest_token_too() {
    String old = pool.tokens("openid").refreshToken().orElseThrow();
    JsonNode fresh = TestPool.json(oauth().refresh(old));
    assertThat(oauth().userInfo(access(fresh)).statusCode()).isEqualTo(200);
    pool.clock.move(GRACE);
    assertThat(TestPool.json(oauth().refresh(old)).path("error_description").asText())
        .contains("used again");
    assertThat(oauth().refresh(fresh.path("refresh_token").asText()).statusCode()).isEqualTo(400);
    assertThat(oauth().userInfo(access(fresh)).statusCode()).isEqualTo(401);
  }

  @Test
  void in_the_json_api_reuse_ends_the_newest_token_too() {
    TestApi api = new TestApi(pool);
    JsonNode first = api.signIn().path("AuthenticationResult");
    String old = first.path("RefreshToken").asText();
    JsonNode fresh = api.rotate(old).body().path("AuthenticationResult");
    assertThat(fresh.path("RefreshToken").asText()).isNotEmpty().isNotEqualTo(old);
    pool.clock.move(GRACE);
    assertThat(api.rotate(old).error()).isEqualTo("RefreshTokenReuseException");
    assertThat(api.rotate(fresh.path("RefreshToken").asText()).error())
        .isEqualTo("NotAuthorizedException");
    Answer user = pool.call("GetUser", Map.of("AccessToken", TestApi.access(fresh)), "");
    assertThat(user.message()).contains("revoked");
  }

  @Test
  void within_the_time_of_grace_a_second_use_ends_nothing() {
    String old = pool.tokens("openid").refreshToken().orElseThrow();
    JsonNode one = TestPool.json(oauth().refresh(old));
    pool.clock.move(GRACE.minusSeconds(1));
    JsonNode other = TestPool.json(oauth().refresh(old));
    pool.clock.move(GRACE);
    assertThat(oauth().refresh(one.path("refresh_token").asText()).statusCode()).isEqualTo(200);
    assertThat(oauth().refresh(other.path("refresh_token").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void the_oldest_of_many_is_still_known_after_a_restart(@TempDir Path directory) {
    pool.close();
    pool = new TestPool(BlobStore.in(directory), PreTokenGeneration.none());
    String first = pool.tokens("openid").refreshToken().orElseThrow();
    String last = first;
    for (int i = 0; i < 60; i++) {
      last = TestPool.json(oauth().refresh(last)).path("refresh_token").asText();
      pool.clock.move(GRACE);
    }
    pool.close();
    TestClock before = pool.clock;
    pool = new TestPool(BlobStore.in(directory), PreTokenGeneration.none());
    pool.clock.move(Duration.between(pool.clock.instant(), before.instant()));
    assertThat(oauth().refresh(first).statusCode()).isEqualTo(400);
    assertThat(oauth().refresh(last).statusCode()).isEqualTo(400);
  }

  @Test
  void another_sign_in_of_the_same_user_goes_on() {
    String old = pool.tokens("openid").refreshToken().orElseThrow();
    oauth().refresh(old);
    pool.clock.move(Duration.ofSeconds(30));
    String other = pool.tokens("openid").refreshToken().orElseThrow();
    assertThat(oauth().refresh(old).statusCode()).isEqualTo(400);
    assertThat(oauth().refresh(other).statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_that_only_looks_like_one_of_the_pool_ends_nothing() {
    String good = pool.tokens("openid").refreshToken().orElseThrow();
    char end = good.endsWith("A") ? 'Q' : 'A';
    assertThat(oauth().refresh(good.substring(0, good.length() - 1) + end).statusCode())
        .isEqualTo(400);
    assertThat(oauth().refresh("A".repeat(good.length())).statusCode()).isEqualTo(400);
    assertThat(oauth().refresh(good).statusCode()).isEqualTo(200);
  }

  @Test
  void a_replaced_token_may_still_be_used_to_sign_out() {
    String old = pool.tokens("openid").refreshToken().orElseThrow();
    JsonNode fresh = TestPool.json(oauth().refresh(old));
    pool.clock.move(GRACE);
    oauth().revoke(old);
    assertThat(oauth().refresh(fresh.path("refresh_token").asText()).statusCode()).isEqualTo(400);
  }

  private TestOAuth oauth() {
    return new TestOAuth(pool);
  }

  private static String access(JsonNode tokens) {
    return tokens.path("access_token").asText();
  }
}
