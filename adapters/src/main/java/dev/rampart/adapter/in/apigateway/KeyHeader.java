package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.submission.IdempotencyKey;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}: a structured-field string (RFC 9651, section 3.3.3) of 1 to
 * {@value IdempotencyKey#LENGTH_MAX} characters, or a bare UUID.
 */
final class KeyHeader {

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** Printable ASCII; quote and backslash only behind a backslash. */
  private static final Pattern STRING = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");

  private KeyHeader() {}

  /** Returns the key's characters, without quotes and escapes. */
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
    if (UUID.matcher(field).matches()) {
      return Checked.good(new IdempotencyKey(field));
    }
    if (field.length() > 2 * IdempotencyKey.LENGTH_MAX + 2) {
      return invalid();
    }
    var string = STRING.matcher(field);
    if (!string.matches()) {
      return invalid();
    }
    var key = unescape(string.group(1));
    return IdempotencyKey.isValid(key) ? Checked.good(new IdempotencyKey(key)) : invalid();
  }

  private static String unescape(String escaped) {
    var key = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '\\') {
        i++;
      }
      key.append(escaped.charAt(i));
    }
    return key.toString();
  }

  private static Checked<IdempotencyKey> invalid() {
    return Checked.bad(
        Problem.IDEMPOTENCY_KEY_INVALID.because(
            "Send it once, as a quoted string of 1 to "
                + IdempotencyKey.LENGTH_MAX
                + " printable ASCII characters, or as a bare UUID."));
  }
}
