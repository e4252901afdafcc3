package dev.rampart.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.local.identity.client.IssuedTokens;
import dev.rampart.local.identity.client.SignInClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.identity.client.UserCredentials;
import dev.rampart.local.identity.directory.SignInOutcome.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way of a person through the pages to the tokens. */
final class SignInClientTest {
  private final TestPool pool = new TestPool();

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void a_person_signs_in_and_the_access_token_has_cognitos_claims() {
    IssuedTokens tokens = pool.tokens("openid", "rampart/submissions.read");
    JWTClaimsSet access = TestPool.claims(tokens.accessToken());
    String sub = pool.server.users().getFirst().sub();
    assertThat(access.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "sub",
            "iss",
            "client_id",
            "token_use",
            "scope",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "username",
            "version",
            "origin_jti",
            "event_id",
            "cognito:groups");
    assertThat(access.getSubject()).isEqualTo(sub);
    assertThat(access.getIssuer())
        .isEqualTo(pool.server.url() + "/" + pool.server.settings().pool().id());
    assertThat(access.getClaims())
        .containsEntry("token_use", "access")
        .containsEntry("client_id", pool.client("web").id())
        .containsEntry("username", "ann")
        .containsEntry("version", 2L)
        .containsEntry("scope", "openid rampart/submissions.read")
        .containsEntry("cognito:groups", List.of("security", "reviewers"))
        .containsEntry("auth_time", pool.clock.instant().getEpochSecond());
    assertThat(access.getExpirationTime().toInstant())
        .isEqualTo(pool.clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(tokens.expiresInSeconds()).isEqualTo(900);
  }

  @Test
  void the_id_token_is_for_the_client_and_is_given_for_openid_alone() {
    JWTClaimsSet id = TestPool.claims(pool.tokens("openid").idToken().orElseThrow());
    assertThat(id.getAudience()).containsExactly(pool.client("web").id());
    assertThat(id.getClaims())
        .containsEntry("token_use", "id")
        .containsEntry("cognito:username", "ann")
        .containsEntry("email", "ann@example.com")
        .containsEntry("email_verified", true)
        .containsKeys("at_hash", "origin_jti", "event_id")
        .doesNotContainKeys("scope", "client_id", "version");
    assertThat(pool.tokens("rampart/submissions.read").idToken()).isEmpty();
  }

  @Test
  void the_published_keys_verify_the_tokens() throws Exception {
    IssuedTokens tokens = pool.tokens("openid");
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(URI.create(pool.server.jwksUrl()).toURL()).build();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier((_, _) -> {});
    assertThat(processor.process(tokens.accessToken(), null).getClaim("token_use"))
        .isEqualTo("access");
    assertThat(processor.process(tokens.idToken().orElseThrow(), null).getClaim("token_use"))
        .isEqualTo("id");
    String other = pool.tokens("openid").accessToken();
    String mixed =
        tokens.accessToken().substring(0, tokens.accessToken().lastIndexOf('.'))
            + other.substring(other.lastIndexOf('.'));
    assertThatThrownBy(() -> processor.process(mixed, null)).hasMessageContaining("Invalid");
  }

  @Test
  void without_a_wish_all_scopes_of_the_client_are_granted() {
    assertThat(TestPool.claims(pool.tokens().accessToken()).getClaim("scope"))
        .isEqualTo(
            "openid rampart/submissions.read rampart/submissions.review rampart/submissions.write");
  }

  @Test
  void several_sign_ins_in_a_row_work_since_the_client_waits_for_a_new_code() {
    Instant before = pool.clock.instant();
    pool.tokens();
    pool.tokens();
    assertThat(pool.clock.instant()).isEqualTo(before);
    pool.tokens();
    assertThat(pool.clock.instant()).isAfter(before);
  }

  @Test
  void a_wrong_password_gives_no_tokens_and_is_told() {
    assertThatThrownBy(() -> signIn("ann", "Wrong-horse-7-battery", TestPool.TOTP))
        .isInstanceOf(SignInException.class)
        .hasMessageContaining("Incorrect username or password.");
    assertThat(pool.outcomes)
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.kind()).isEqualTo(Kind.WRONG_PASSWORD);
              assertThat(outcome.sub()).contains(pool.server.users().getFirst().sub());
              assertThat(outcome.sourceIp()).isEqualTo("127.0.0.1");
            });
  }

  @Test
  void an_unknown_user_is_answered_like_a_wrong_password() {
    assertThatThrownBy(() -> signIn("nobody", TestPool.PASSWORD, TestPool.TOTP))
        .hasMessageContaining("Incorrect username or password.");
    assertThat(pool.outcomes.getFirst().kind()).isEqualTo(Kind.UNKNOWN_USER);
    assertThat(pool.outcomes.getFirst().toString()).doesNotContain("nobody");
  }

  @Test
  void who_is_blocked_before_the_pool_is_told_of_the_web_acl_and_its_log() throws IOException {
    HttpServer blocking =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    blocking.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    blocking.start();
    try {
      SignInClient client =
          SignInClient.of(
              "http://127.0.0.1:" + blocking.getAddress().getPort(), "client", "http://localhost/");
      assertThatExceptionOfType(SignInException.class)
          .isThrownBy(
              () -> client.tokens(new UserCredentials("ann", "x", Optional.empty()), List.of()))
          .withMessageContaining("status 403")
          .withMessageContaining("web ACL")
          .withMessageContaining("waf.log");
    } finally {
      blocking.stop(0);
    }
  }

  @Test
  void a_wrong_code_gives_no_tokens() {
    assertThatThrownBy(() -> signIn("ann", TestPool.PASSWORD, "GEZDGNBVGY3TQOJQ"))
        .hasMessageContaining("Invalid code");
    assertThat(pool.outcomes)
        .extracting(o -> o.kind())
        .startsWith(Kind.PASSWORD_RIGHT, Kind.WRONG_CODE)
        .doesNotContain(Kind.SIGNED_IN_WITH_CODE);
  }

  @Test
  void a_good_sign_in_is_reported_as_one() {
    pool.tokens();
    assertThat(pool.outcomes)
        .extracting(o -> o.kind())
        .containsExactly(Kind.PASSWORD_RIGHT, Kind.SIGNED_IN_WITH_CODE);
  }

  private void signIn(String name, String password, String totp) throws SignInException {
    assertThat(
            pool.signIn().tokens(new UserCredentials(name, password, Optional.of(totp)), List.of()))
        .isNull();
  }
}
