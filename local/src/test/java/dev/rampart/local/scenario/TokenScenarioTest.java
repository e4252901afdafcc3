package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.local.run.RampartRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
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
 * Tokens that are good but for one thing, signed with the pool's own key, which a run with a data
 * folder keeps in it. What the gateway refuses {@code TokenAttackTest} shows in all its forms, and
 * here a few of each; what it lets pass the function looks at.
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

  private static void refused(String header, String claims) throws GeneralSecurityException {
    refused(signed(header, claims));
  }

  private static void refused(String token) {
    Reply reply = run.caller(token).get(ALL);
    assertThat(reply.status()).as(token).isEqualTo(401);
    assertThat(reply.json().path("gate").asText()).isEqualTo("token");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  /** Signs what may be no JSON. */
  private static String signed(String header, String claims) throws GeneralSecurityException {
    String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(privateKey());
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64URL.encode(signature.sign());
  }

  private static PrivateKey privateKey() {
    try {
      return key.toPrivateKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the header of a good token, with more members. */
  private static String header(String more) {
    return "{\"alg\":\"RS256\",\"kid\":\"" + key.getKeyID() + "\"" + more + "}";
  }

  private static String json(JWTClaimsSet.Builder claims) {
    return claims.build().toString();
  }

  @Test
  void b02_b03_no_algorithm_but_the_one_and_the_public_key_is_no_secret() throws Exception {
    String claims = json(claims());
    assertThat(run.caller(signed(header(""), claims)).get(ALL).status()).isEqualTo(200);
    for (String algorithm : List.of("none", "NONE", "HS256", "RS512", "PS256", "ES256", "")) {
      String header = header("").replace("RS256", algorithm);
      refused(header, claims);
      refused(Base64URL.encode(header) + "." + Base64URL.encode(claims) + ".");
    }
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
            new Payload(claims));
    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    refused(token.serialize());
  }

  @Test
  void b04_keys_that_a_token_names_or_carries_are_neither_used_nor_fetched() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      listening.configureBlocking(false);
      URI url = URI.create("http://127.0.0.1:" + listening.socket().getLocalPort() + "/keys");
      JWSHeader.Builder named =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .jwkURL(url)
              .x509CertURL(url)
              .jwk(other.toPublicJWK());
      SignedJWT token = new SignedJWT(named.build(), claims().build());
      token.sign(new RSASSASigner(other));
      refused(token.serialize());
      assertThat(listening.accept()).isNull();
    }
  }

  @Test
  void b05_b07_b09_b12_a_header_that_asks_for_more_or_says_things_twice() throws Exception {
    String claims = json(claims());
    refused(header("").replace(key.getKeyID(), "../" + key.getKeyID()), claims);
    for (String more :
        List.of(
            ",\"crit\":[\"exp\"]",
            ",\"b64\":false",
            ",\"zip\":\"DEF\"",
            ",\"alg\":\"RS256\"",
            ",\"typ\":\"id+jwt\"")) {
      refused(header(more), claims);
    }
    refused(header(""), claims.replaceFirst("\\{", "{\"sub\":\"somebody else\","));
    refused(header(""), json(claims().claim("token_use", "id")));
  }

  @Test
  void b08_b18_what_is_not_the_token_that_was_signed_is_refused_in_the_same_words()
      throws Exception {
    String good = signed(header(""), json(claims()));
    int claims = good.indexOf('.') + 1;
    String changed = good.substring(0, claims) + "X" + good.substring(claims + 1);
    String expired =
        signed(header(""), json(claims().expirationTime(Date.from(Instant.now().minusSeconds(1)))));
    String unknown = signed(header("").replace(key.getKeyID(), "unknown"), json(claims()));
    for (String token : List.of(good + "=", good + ".", good.substring(0, claims), changed)) {
      refused(token);
    }
    assertThat(
            Stream.of(changed, expired, unknown, "no token")
                .map(token -> run.caller(token).get(ALL).withoutRequestId())
                .distinct())
        .hasSize(1);
  }

  @Test
  void b10_b11_another_issuer_and_another_time() throws Exception {
    String issuer = claims().build().getIssuer();
    for (String other : List.of(issuer + "/", issuer + "x", issuer.replace("http", "https"), "")) {
      refused(header(""), json(claims().issuer(other)));
    }
    Date past = Date.from(Instant.now().minusSeconds(1));
    Date future = Date.from(Instant.now().plusSeconds(120));
    refused(header(""), json(claims().expirationTime(past)));
    refused(header(""), json(claims().expirationTime(null)));
    refused(header(""), json(claims()).replaceFirst("\"exp\":\\d+", "\"exp\":1e999"));
    refused(header(""), json(claims().notBeforeTime(future)));
    refused(header(""), json(claims().issueTime(future)));
  }

  @Test
  void b14_scopes_are_whole_words() throws Exception {
    String needed = "rampart/submissions.read";
    assertThat(with(claims().claim("scope", "openid " + needed)).status()).isEqualTo(200);
    for (String scope : List.of("", needed + "s", "submissions.read", needed + ",openid")) {
      Reply reply = with(claims().claim("scope", scope));
      assertThat(reply.status()).as(scope).isEqualTo(403);
      assertThat(reply.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
    }
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
