package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rampart.domain.submission.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;

/** JSON in one spelling, after RFC 8785: members in order, no white space. */
final class CanonicalJson {

  private CanonicalJson() {}

  /** Returns the hash that tells this value from any other; order and layout make no difference. */
  static Fingerprint fingerprint(JsonNode value) {
    try {
      var canonical = new StringBuilder();
      write(value, canonical);
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void write(JsonNode value, StringBuilder out) {
    if (value.isObject()) {
      var separator = "{";
      for (var member :
          value.propertyStream().sorted(Comparator.comparing(Map.Entry::getKey)).toList()) {
        out.append(separator).append(TextNode.valueOf(member.getKey())).append(':');
        write(member.getValue(), out);
        separator = ",";
      }
      out.append(value.isEmpty() ? "{}" : "}");
    } else if (value.isArray()) {
      out.append('[');
      for (int i = 0; i < value.size(); i++) {
        out.append(i == 0 ? "" : ",");
        write(value.get(i), out);
      }
      out.append(']');
    } else {
      out.append(value);
    }
  }
}
