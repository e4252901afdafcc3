package dev.rampart.local.firewall.log;

import dev.rampart.local.template.Properties;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What log records do not show.
 *
 * @param headers names in small letters
 */
record Redaction(Set<String> headers, boolean uri, boolean query, boolean method) {
  private static final String REDACTED = "REDACTED";

  Redaction {
    headers = Set.copyOf(headers);
  }

  /** Reads {@code RedactedFields} of a logging configuration. */
  static Redaction read(Properties logging) {
    Set<String> headers = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (Properties each : logging.objects("RedactedFields")) {
      if (each.names().size() != 1) {
        throw logging.fault("RedactedFields", "has an element that does not name one field");
      }
      String kind = each.names().getFirst();
      Properties details = each.object(kind);
      switch (kind) {
        case "SingleHeader" -> headers.add(details.text("Name").toLowerCase(Locale.ROOT));
        case "UriPath", "QueryString", "Method" -> others.add(kind);
        default -> throw each.fault(kind, "is not a field that can be redacted");
      }
    }
    return new Redaction(
        headers,
        others.contains("UriPath"),
        others.contains("QueryString"),
        others.contains("Method"));
  }

  String header(String name, String value) {
    return headers.contains(name.toLowerCase(Locale.ROOT)) ? REDACTED : value;
  }

  String uri(String value) {
    return uri ? REDACTED : value;
  }

  String query(String value) {
    return query ? REDACTED : value;
  }

  String method(String value) {
    return method ? REDACTED : value;
  }
}
