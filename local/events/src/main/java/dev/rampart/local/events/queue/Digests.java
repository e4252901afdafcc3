package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The MD5 sums that SQS sends along and that its clients compare. */
public final class Digests {
  private Digests() {}

  public static String body(String body) {
    return md5(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sums message attributes: by name, each part with its length before it. */
  public static String attributes(JsonNode attributes) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    attributes.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<String, JsonNode> attribute : sorted.entrySet()) {
        part(out, attribute.getKey().getBytes(StandardCharsets.UTF_8));
        JsonNode value = attribute.getValue();
        part(out, value.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
        if (value.has("BinaryValue")) {
          out.write(2);
          part(out, Base64.getDecoder().decode(value.get("BinaryValue").asText()));
        } else {
          out.write(1);
          part(out, value.path("StringValue").asText().getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return md5(bytes.toByteArray());
  }

  private static void part(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
