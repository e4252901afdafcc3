package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the tokens of the suite {@code docs/conformance/authorizer}. */
record TokenCase(RSAKey key, RSAKey other, String issuer, Instant now) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern TIME = Pattern.compile("\"\\$now([+-]\\d+)\"");

  /** Returns the token that a case describes. */
  String token(JsonNode described) {
    if (described.has("text")) {
      return described.path("text").asText();
    }
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("kid", key.getKeyID()).put("alg", "RS256");
    CaseFolder.merge(header, filled(described.path("header")));
    ObjectNode claims = claims();
    CaseFolder.merge(claims, filled(described.path("claims")));
    return signed(
        header.toString(), claims.toString(), described.path("signedBy").asText("the pool"));
  }

  private ObjectNode claims() {
    long seconds = now.getEpochSecond();
    return JsonNodeFactory.instance
        .objectNode()
        .put("sub", Tokens.ANN)
        .put("iss", issuer)
        .put("client_id", "client")
        .put("token_use", "access")
        .put("scope", "api/read")
        .put("iat", seconds - 10)
        .put("exp", seconds + 600);
  }

  private JsonNode filled(JsonNode patch) {
    if (patch.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    String text = patch.toString().replace("$issuer", issuer);
    Matcher time = TIME.matcher(text);
    try {
      return JSON.readTree(
          time.replaceAll(found -> "" + (now.getEpochSecond() + Long.parseLong(found.group(1)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String signed(String header, String claims, String signedBy) {
    String good = Tokens.signed(header, claims, key);
    String input = good.substring(0, good.lastIndexOf('.') + 1);
    return switch (signedBy) {
      case "the pool" -> good;
      case "nobody" -> input;
      case "another key of the same kid" -> Tokens.signed(header, claims, other);
      case "a changed byte" -> input + changed(good.substring(input.length()));
      case "the public key as a secret" -> input + mac(input.substring(0, input.length() - 1));
      default -> throw new IllegalArgumentException(signedBy);
    };
  }

  private static String changed(String signature) {
    char first = signature.charAt(0) == 'A' ? 'B' : 'A';
    return first + signature.substring(1);
  }

  private String mac(String input) {
    try {
      String pem =
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(key.toRSAPublicKey().getEncoded())
              + "\n-----END PUBLIC KEY-----\n";
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return Tokens.base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
