package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.submission.IdempotencyKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}: a structured-field string (RFC 9651, section 3.3.3) of 1 to
 * {@value IdempotencyKey#LENGTH_MAX} characters, or a bare UUID.
 */
final class KeyHeader {

  private static final Pattern UUID =
      Pattern.compile(
          "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

  private KeyHeader() {}

  /**
   * Returns the key's characters, without quotes and escapes. A UUID is the same in capital and in
   * small letters (RFC 9562, section 4), so the key is in small letters if it is one.
   */
  static Checked<IdempotencyKey> read(ProxyEvent event) {
    List<String> fields = event.header("idempotency-key");
    if (fields.isEmpty()) {
      return Checked.bad(
          Problem.IDEMPOTENCY_KEY_MISSING
              .because(
                  "Send a new key with each new submission and the same key with each retry;"
                      + " the linked description of this API says how.")
              .with("Link", "<" + event.root() + "/v1/openapi.json>; rel=\"service-desc\""));
    }
    if (fields.size() > 1) {
      return invalid();
    }
    var field = fields.getFirst().strip();
    var key = UUID.matcher(field).matches() ? Optional.of(field) : unquote(field);
    return key.filter(IdempotencyKey::isValid)
        .map(KeyHeader::fold)
        .map(Checked::good)
        .orElseGet(KeyHeader::invalid);
  }

  private static IdempotencyKey fold(String key) {
    return new IdempotencyKey(UUID.matcher(key).matches() ? key.toLowerCase(Locale.ROOT) : key);
  }

  /** Returns what a structured-field string says; empty if the field is not exactly one. */
  private static Optional<String> unquote(String field) {
    if (!field.startsWith("\"")) {
      return Optional.empty();
    }
    var key = new StringBuilder();
    for (int i = 1; i < field.length(); i++) {
      var c = field.charAt(i);
      if (c == '"') {
        return i == field.length() - 1 ? Optional.of(key.toString()) : Optional.empty();
      }
      if (c == '\\') {
        i++;
        if (!field.startsWith("\"", i) && !field.startsWith("\\", i)) {
          return Optional.empty();
        }
      }
      key.append(field.charAt(i));
    }
    return Optional.empty();
  }

  private static Checked<IdempotencyKey> invalid() {
    return Checked.bad(
        Problem.IDEMPOTENCY_KEY_INVALID.because(
            "Send it once, as a quoted string of 1 to "
                + IdempotencyKey.LENGTH_MAX
                + " printable ASCII characters, or as a bare UUID."));
  }
}
