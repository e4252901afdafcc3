package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.Sha256;
import java.util.Comparator;
import java.util.Map;

/** JSON in one spelling, after RFC 8785: members sorted by name, no white space. */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** Returns the hash that tells this value from any other; order and layout make no difference. */
  public static Fingerprint fingerprint(JsonNode value) {
    StringBuilder canonical = new StringBuilder();
    write(value, canonical);
    return new Fingerprint(Sha256.hex(canonical.toString()));
  }

  private static void write(JsonNode value, StringBuilder out) {
    if (value.isObject()) {
      String separator = "{";
      for (Map.Entry<String, JsonNode> member :
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
