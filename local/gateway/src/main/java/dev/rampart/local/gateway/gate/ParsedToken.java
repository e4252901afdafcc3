package dev.rampart.local.gateway.gate;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.PercentDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A JWT taken apart strictly: three parts, canonical base64url, UTF-8, JSON objects in which no
 * member stands twice. Nothing in it is trusted yet.
 */
record ParsedToken(
    String kid, ObjectNode header, ObjectNode claims, byte[] signed, byte[] signature) {
  private static final int LENGTH_MAX = 8 * 1024;
  private static final int KID_LENGTH_MAX = 128;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Returns the token; empty if it has not exactly that form. */
  static Optional<ParsedToken> parse(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (compact.length() > LENGTH_MAX || parts.length != 3) {
      return Optional.empty();
    }
    Optional<ObjectNode> header = decode(parts[0]).flatMap(ParsedToken::object);
    Optional<ObjectNode> claims = decode(parts[1]).flatMap(ParsedToken::object);
    Optional<byte[]> signature = decode(parts[2]);
    if (header.isEmpty() || claims.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    JsonNode kid = header.get().path("kid");
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    return kid.isTextual() && kid.asText().length() <= KID_LENGTH_MAX
        ? Optional.of(
            new ParsedToken(kid.asText(), header.get(), claims.get(), signed, signature.get()))
        : Optional.empty();
  }

  /** Decodes base64url; what would not encode to the same text again is refused. */
  private static Optional<byte[]> decode(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      boolean canonical =
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
      return canonical ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<ObjectNode> object(byte[] bytes) {
    try {
      Optional<String> text = PercentDecoder.utf8(ByteBuffer.wrap(bytes));
      return text.isPresent() && JSON.readTree(text.get()) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
