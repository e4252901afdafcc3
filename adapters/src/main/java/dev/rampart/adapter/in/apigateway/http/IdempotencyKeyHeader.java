package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.common.IdempotencyKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}: a structured-field string (RFC 9651, section 3.3.3) of 1 to
 * {@value IdempotencyKey#LENGTH_MAX} characters, or a bare UUID.
 */
public final class IdempotencyKeyHeader {

  private static final Pattern UUID =
      Pattern.compile(
          "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

  private IdempotencyKeyHeader() {}

  /**
   * Returns the key's characters, without quotes and escapes. A UUID is the same in upper and lower
   * case (RFC 9562, section 4), so the key is in lower case if it is one.
   *
   * @throws RefusedRequest if the header is missing, repeated or malformed
   */
  public static IdempotencyKey read(ProxyEvent event) {
    List<String> fields = event.header("idempotency-key");
    if (fields.isEmpty()) {
      throw new RefusedRequest(
          CommonProblem.IDEMPOTENCY_KEY_MISSING
              .because(
                  "Send a new key with each new submission, and the same key with each retry."
                      + " See "
                      + ApiVersion.CONTRACT
                      + ".")
              .with("Link", "<" + event.root() + ApiVersion.CONTRACT + ">; rel=\"service-desc\""));
    }
    if (fields.size() > 1) {
      throw invalid();
    }
    String field = fields.getFirst().strip();
    Optional<String> key = UUID.matcher(field).matches() ? Optional.of(field) : unquote(field);
    return key.filter(IdempotencyKey::isValid)
        .map(IdempotencyKeyHeader::fold)
        .orElseThrow(IdempotencyKeyHeader::invalid);
  }

  private static IdempotencyKey fold(String key) {
    return new IdempotencyKey(UUID.matcher(key).matches() ? key.toLowerCase(Locale.ROOT) : key);
  }

  /** Returns the text of a structured-field string; empty if the field is not exactly one. */
  private static Optional<String> unquote(String field) {
    if (!field.startsWith("\"")) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder();
    for (int i = 1; i < field.length(); i++) {
      char c = field.charAt(i);
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

  private static RefusedRequest invalid() {
    return new RefusedRequest(
        CommonProblem.IDEMPOTENCY_KEY_INVALID.because(
            "Send one key: a quoted string of 1 to "
                + IdempotencyKey.LENGTH_MAX
                + " printable ASCII characters, or a bare UUID."));
  }
}
