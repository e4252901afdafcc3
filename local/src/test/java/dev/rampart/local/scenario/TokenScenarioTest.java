package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.local.run.RampartRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the function looks at in a token that the gateway has let pass: tokens here are signed with
 * the pool's own key, which a run with a data folder keeps in it.
 */
final class TokenScenarioTest {
  @TempDir private static Path data;
  private static Running run;
  private static RSAKey key;

  @BeforeAll
  static void start() throws IOException, ParseException {
    Path root = Path.of(System.getProperty("rampart.root", "."));
    run =
        Running.start(
            RampartRun.settings(root, 0, Optional.of(data), Optional.empty())
                .with(Running.UNLIMITED),
            Set.of());
    try (Stream<Path> files = Files.walk(data)) {
      Path keys = files.filter(file -> file.endsWith("keys.json")).findFirst().orElseThrow();
      key = JWKSet.load(keys.toFile()).getKeys().getLast().toRSAKey();
    }
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  private static JWTClaimsSet.Builder claims() throws ParseException {
    JWTClaimsSet good = SignedJWT.parse(run.ann.token()).getJWTClaimsSet();
    return new JWTClaimsSet.Builder(good).expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  private static Reply with(JWTClaimsSet.Builder claims) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    token.sign(new RSASSASigner(key));
    return run.caller(token.serialize()).get(ALL);
  }

  private static void refused(JWTClaimsSet.Builder claims) throws JOSEException {
    Reply reply = with(claims);
    assertThat(reply.status()).as(claims.build().toString()).isEqualTo(401);
    assertThat(reply.problem()).isEqualTo("token-refused");
    assertThat(reply.json().path("gate").asText()).isEqualTo("token");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void b13_a_token_for_a_client_of_somebody_else_is_refused() throws Exception {
    String client = claims().build().getStringClaim("client_id");
    assertThat(with(claims()).status()).isEqualTo(200);
    assertThat(with(claims().audience(client)).status()).isEqualTo(200);
    for (String other : List.of("another", client + "x", client.substring(1), "", client + ",a")) {
      refused(claims().claim("client_id", other));
      refused(claims().audience(other));
    }
  }

  @Test
  void b15_a_subject_that_is_no_subject_is_refused_before_it_gets_into_a_key() throws Exception {
    String subject = claims().build().getSubject();
    for (String other :
        List.of("", "OWNER#" + subject, "a b", "a\nb", "a\u0000", "é", "x".repeat(129), "../a")) {
      refused(claims().subject(other));
    }
    assertThat(with(claims().subject("x".repeat(128))).status()).isEqualTo(200);
  }
}
