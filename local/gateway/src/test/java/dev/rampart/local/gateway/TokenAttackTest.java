package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are good but for one thing; each is refused, and all in the same words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenAttackTest {
  private static final long NOW = Running.NOW.getEpochSecond();

  private Running running;
  private Tokens tokens;

  @BeforeAll
  void start() {
    running = Running.start();
    tokens = running.tokens;
  }

  @AfterAll
  void stop() {
    running.close();
  }

  private void refused(String token) {
    int before = running.events.size();
    HttpResponse<String> answer = running.getWithToken(token);
    assertThat(answer.statusCode()).as(token).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Running.json(answer).path("gate").asText()).isEqualTo("token");
    assertThat(running.events).hasSize(before);
  }

  private void accepted(String token) {
    assertThat(running.getWithToken(token).statusCode()).as(token).isEqualTo(200);
  }

  private JsonNode claim(String name) {
    return running.lastEvent().at("/requestContext/authorizer/claims").path(name);
  }

  @Test
  void good_tokens_are_accepted() {
    accepted(tokens.good());
    accepted(tokens.withHeader("typ", "JWT"));
    accepted(tokens.withHeader("typ", "at+jwt"));
    accepted(tokens.withClaim("exp", NOW + 1));
    accepted(tokens.withClaim("nbf", NOW - 1));
    accepted(tokens.withClaim("cognito:groups", List.of("a", "b")));
    assertThat(claim("cognito:groups").textValue()).isEqualTo("a,b");
    assertThat(claim("client_id").textValue()).isEqualTo("web-client");
    accepted(tokens.withClaim("cognito:groups", List.of()));
    accepted(tokens.withClaim("aud", "web-client"));
    accepted(tokens.withClaim("version", 2));
    assertThat(claim("version").textValue()).isEqualTo("2");
    accepted(tokens.withoutClaim("iat"));
  }

  Stream<String> algorithms() {
    List<String> cases = new ArrayList<>();
    for (@Nullable Object alg :
        Arrays.asList(
            "none",
            "None",
            "NONE",
            "nOnE",
            "",
            "rs256",
            "RS256 ",
            "RS384",
            "RS512",
            "PS256",
            "HS256",
            "ES256",
            "EdDSA",
            "RSA1_5",
            null,
            256,
            true,
            List.of("RS256"))) {
      cases.add(tokens.withHeader("alg", alg));
    }
    String claims = tokens.good().split("\\.", -1)[1];
    for (String none : List.of("none", "NONE", "nonE")) {
      cases.add(Tokens.base64("{\"alg\":\"" + none + "\",\"kid\":\"key-1\"}") + "." + claims + ".");
    }
    cases.add(tokens.signed("{\"kid\":\"key-1\"}", json(tokens.claims())));
    return cases.stream();
  }

  Stream<String> headers() {
    List<String> cases = new ArrayList<>();
    cases.add(tokens.withHeader("crit", List.of("exp")));
    cases.add(tokens.withHeader("b64", false));
    cases.add(tokens.withHeader("zip", "DEF"));
    Map<String, @Nullable Object> critical = tokens.header();
    critical.put("b64", false);
    critical.put("crit", List.of("b64"));
    cases.add(tokens.signed(critical, tokens.claims()));
    cases.add(tokens.withHeader("typ", "id+jwt"));
    cases.add(tokens.withHeader("typ", 7));
    return cases.stream();
  }

  Stream<String> keyIds() {
    return Stream.concat(
        Stream.<Object>of(
                "",
                "KEY-1",
                "key-1 ",
                " key-1",
                "key-10",
                "../key-1",
                "/dev/null",
                "key-1\u0000",
                "key-1\n",
                "' OR 1=1--",
                "|id",
                "https://evil.example/jwks",
                "k".repeat(5_000),
                1,
                true,
                List.of("key-1"),
                Map.of("kid", "key-1"))
            .map(kid -> tokens.withHeader("kid", kid)),
        Stream.of(
            tokens.signed("{\"alg\":\"RS256\"}", json(tokens.claims())),
            tokens.signed("{\"alg\":\"RS256\",\"kid\":null}", json(tokens.claims()))));
  }

  Stream<String> forms() {
    String good = tokens.good();
    String[] parts = good.split("\\.", -1);
    String lastBits = good.substring(0, good.length() - 1);
    List<String> cases =
        new ArrayList<>(
            List.of(
                "",
                ".",
                "..",
                "a",
                "a.b.c",
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                "." + parts[1] + "." + parts[2],
                good + ".",
                good + "." + parts[2],
                good + ".a.b",
                good + "=",
                good + "==",
                parts[0] + "=." + parts[1] + "." + parts[2],
                good.replace(".", ". "),
                "{\"payload\":\"" + parts[1] + "\"}",
                parts[0] + ".." + parts[2]));
    // The last character of 256 bytes holds unused bits: four letters say the same octet.
    for (char c :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
      if (good.charAt(good.length() - 1) != c) {
        cases.add(lastBits + c);
      }
    }
    cases.add(tokens.withClaim("padding", "a".repeat(16_000)));
    return cases.stream();
  }

  Stream<String> members() {
    List<String> cases = new ArrayList<>();
    String claims = json(tokens.claims());
    cases.add(tokens.signed("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"key-1\"}", claims));
    cases.add(tokens.signed("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"alg\":\"none\"}", claims));
    String header = json(tokens.header());
    String open = claims.substring(0, claims.length() - 1);
    cases.add(tokens.signed(header, open + ",\"sub\":\"somebody else\"}"));
    cases.add(tokens.signed(header, "{\"token_use\":\"id\"," + claims.substring(1)));
    cases.add(tokens.signed(header, claims + "{}"));
    cases.add(tokens.signed(header, "[" + claims + "]"));
    cases.add(tokens.signed(header, "\"text\""));
    cases.add(tokens.signed(header, ""));
    cases.add(tokens.signed(header, claims.replace("{", "{/* */")));
    return cases.stream();
  }

  Stream<String> issuers() {
    List<String> cases = new ArrayList<>();
    for (@Nullable Object issuer :
        Arrays.asList(
            Tokens.ISSUER + "/",
            Tokens.ISSUER + "x",
            Tokens.ISSUER.toUpperCase(Locale.ROOT),
            Tokens.ISSUER.replace("https", "http"),
            Tokens.ISSUER.replace("eu-west-1_", "eu-west-2_"),
            Tokens.ISSUER.substring(0, 30),
            "",
            null,
            1,
            List.of(Tokens.ISSUER),
            " " + Tokens.ISSUER)) {
      cases.add(tokens.withClaim("iss", issuer));
    }
    cases.add(tokens.withoutClaim("iss"));
    return cases.stream();
  }

  Stream<String> times() {
    List<String> cases = new ArrayList<>();
    for (@Nullable Object expiry :
        Arrays.asList(
            NOW,
            NOW - 1,
            NOW - 100_000,
            0,
            -1,
            null,
            "" + (NOW + 600),
            NOW + 600.5,
            true,
            List.of(NOW + 600),
            new BigInteger("99999999999999999999999999"),
            Long.MIN_VALUE)) {
      cases.add(tokens.withClaim("exp", expiry));
    }
    cases.add(
        tokens.signed(
            json(tokens.header()),
            json(tokens.claims()).replaceFirst("\"exp\":\\d+", "\"exp\":1e999")));
    cases.add(
        tokens.signed(
            json(tokens.header()),
            json(tokens.claims()).replaceFirst("\"exp\":\\d+", "\"exp\":Infinity")));
    for (String time : List.of("nbf", "iat")) {
      for (@Nullable Object value :
          Arrays.asList(NOW + 61, NOW + 86_400, "" + NOW, null, true, 1.5)) {
        cases.add(tokens.withClaim(time, value));
      }
    }
    cases.add(tokens.withoutClaim("exp"));
    return cases.stream();
  }

  Stream<String> uses() {
    List<String> cases = new ArrayList<>();
    for (@Nullable Object use :
        Arrays.asList("id", "refresh", "Access", "access ", "", null, 1, List.of("access"))) {
      cases.add(tokens.withClaim("token_use", use));
    }
    cases.add(tokens.withoutClaim("token_use"));
    return cases.stream();
  }

  Stream<String> otherClaims() {
    List<String> cases = new ArrayList<>();
    for (String text : List.of("client_id", "sub", "username", "jti", "origin_jti", "aud")) {
      for (@Nullable Object value :
          Arrays.asList(null, 1, true, List.of(), List.of("web-client"), Map.of("a", "b"))) {
        cases.add(tokens.withClaim(text, value));
      }
    }
    for (@Nullable Object value : Arrays.asList(null, "1", 1.5, true, List.of(NOW))) {
      cases.add(tokens.withClaim("auth_time", value));
      cases.add(tokens.withClaim("version", value));
    }
    for (@Nullable Object value : Arrays.asList(null, "a", 1, List.of(1), Map.of("a", "b"))) {
      cases.add(tokens.withClaim("cognito:groups", value));
    }
    List.of("client_id", "sub").forEach(name -> cases.add(tokens.withoutClaim(name)));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void b02_no_algorithm_but_the_one_is_taken(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("keyIds")
  void b05_a_key_id_is_the_exact_name_of_a_key(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("headers")
  void b07_b12_a_header_that_asks_for_more_is_refused(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void b08_what_is_not_three_parts_in_strict_base64url_is_refused(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("members")
  void b09_a_member_twice_and_what_is_no_json_object_is_refused(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("issuers")
  void b10_another_issuer_is_refused(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("times")
  void b11_what_is_expired_or_not_yet_good_is_refused(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("uses")
  void b12_what_is_no_access_token_is_refused(String token) {
    refused(token);
  }

  @ParameterizedTest
  @MethodSource("otherClaims")
  void b13_b15_a_claim_of_a_wrong_type_or_a_missing_one_is_refused(String token) {
    refused(token);
  }

  @Test
  void b03_the_public_key_is_never_a_secret() throws GeneralSecurityException {
    byte[] der = publicKey(tokens.key);
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----";
    List<byte[]> secrets =
        List.of(
            der,
            bytes(pem),
            bytes(pem + "\n"),
            bytes(Base64.getEncoder().encodeToString(der)),
            bytes(tokens.jwks()),
            bytes(tokens.key.toPublicJWK().toJSONString()),
            bytes(tokens.key.getModulus().toString()),
            tokens.key.getModulus().decode(),
            bytes("secret"),
            bytes("key-1"));
    for (byte[] secret : secrets) {
      Map<String, @Nullable Object> header = tokens.header();
      header.put("alg", "HS256");
      String input = Tokens.base64(json(header)) + "." + Tokens.base64(json(tokens.claims()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      refused(input + "." + Tokens.base64(mac.doFinal(bytes(input))));
      String rs = Tokens.base64(json(tokens.header())) + "." + Tokens.base64(json(tokens.claims()));
      refused(rs + "." + Tokens.base64(mac.doFinal(bytes(rs))));
    }
  }

  @Test
  void b06_the_padding_of_a_signature_is_checked_to_the_last_byte() throws Exception {
    String input =
        Tokens.base64(json(tokens.header())) + "." + Tokens.base64(json(tokens.claims()));
    accepted(input + "." + Tokens.base64(sign(padded(input))));
    for (int change : new int[] {0, 1, 2, 3, 100, 203, 204, 205, 210, 215, 222, 223, 224, 255}) {
      byte[] altered = padded(input);
      altered[change] ^= 1;
      refused(input + "." + Tokens.base64(sign(altered)));
    }
    refused(input + "." + Tokens.base64(sign(shortFiller(input))));
    byte[] signature = sign(padded(input));
    refused(input + "." + Tokens.base64(Arrays.copyOf(signature, 257)));
    refused(input + "." + Tokens.base64(Arrays.copyOf(signature, 255)));
    refused(input + "." + Tokens.base64(new byte[256]));
    refused(input + "." + Tokens.base64(new byte[] {1}));
  }

  /** EMSA-PKCS1-v1_5 of SHA-256, for a key of 256 bytes. */
  private static byte[] padded(String input) throws GeneralSecurityException {
    byte[] info = digestInfo(input);
    byte[] block = new byte[256];
    Arrays.fill(block, (byte) 0xff);
    block[0] = 0;
    block[1] = 1;
    block[256 - info.length - 1] = 0;
    System.arraycopy(info, 0, block, 256 - info.length, info.length);
    return block;
  }

  /** The digest right behind a short filler, and rubbish after it: Bleichenbacher's forgery. */
  private static byte[] shortFiller(String input) throws GeneralSecurityException {
    byte[] info = digestInfo(input);
    byte[] block = new byte[256];
    block[1] = 1;
    Arrays.fill(block, 2, 10, (byte) 0xff);
    System.arraycopy(info, 0, block, 11, info.length);
    Arrays.fill(block, 11 + info.length, 256, (byte) 0x55);
    return block;
  }

  private static byte[] digestInfo(String input) throws GeneralSecurityException {
    byte[] prefix = HexFormat.of().parseHex("3031300d060960864801650304020105000420");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(input));
    byte[] info = Arrays.copyOf(prefix, prefix.length + digest.length);
    System.arraycopy(digest, 0, info, prefix.length, digest.length);
    return info;
  }

  private byte[] sign(byte[] block) throws Exception {
    RSAPrivateKey secret = (RSAPrivateKey) tokens.key.toPrivateKey();
    byte[] signature =
        new BigInteger(1, block)
            .modPow(secret.getPrivateExponent(), secret.getModulus())
            .toByteArray();
    byte[] fixed = new byte[256];
    int length = Math.min(signature.length, 256);
    System.arraycopy(signature, signature.length - length, fixed, 256 - length, length);
    return fixed;
  }

  @Test
  void b14_scopes_are_compared_as_whole_words() {
    String needed = "rampart/submissions.read";
    accepted(tokens.withClaim("scope", needed));
    accepted(tokens.withClaim("scope", "openid " + needed));
    for (@Nullable Object scope :
        Arrays.asList(
            "",
            "rampart/submissions.rea",
            needed + "s",
            "Rampart/submissions.read",
            "rampart/submissions.write",
            "submissions.read",
            "rampart/*",
            "rampart/submissions",
            "openid email aws.cognito.signin.user.admin",
            needed + ",openid",
            "openid\t" + needed,
            needed + "\u00a0openid",
            List.of(needed),
            Map.of(needed, true),
            1,
            null)) {
      scopeMissing(tokens.withClaim("scope", scope));
    }
    scopeMissing(tokens.withoutClaim("scope"));
  }

  private void scopeMissing(String token) {
    HttpResponse<String> answer = running.getWithToken(token);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"insufficient_scope\"");
    assertThat(Running.json(answer).path("gate").asText()).isEqualTo("token");
  }

  @Test
  void b18_faults_cannot_be_told_apart() {
    RSAKey other = Tokens.newKey("key-1");
    List<String> bodies =
        Stream.of(
                tokens.withClaim("exp", NOW - 1),
                Tokens.signed(json(tokens.header()), json(tokens.claims()), other),
                tokens.withHeader("kid", "unknown"),
                "not a token")
            .map(running::getWithToken)
            .map(answer -> answer.body().replaceAll("[0-9a-f-]{36}", "ID"))
            .distinct()
            .toList();
    assertThat(bodies).hasSize(1);
  }

  private static String json(Map<String, @Nullable Object> members) {
    return JSONObjectUtils.toJSONString(new LinkedHashMap<>(members));
  }

  private static byte[] publicKey(RSAKey key) {
    try {
      return key.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
