package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.domain.common.Rfc3339;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times in requests, in the one form of the contract. */
final class WireTime {
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");

  private WireTime() {}

  /**
   * Returns the time in a text, in UTC and milliseconds; empty if it is none. A day has no hour 24
   * and a minute no second 60.
   */
  static Optional<Instant> read(String text) {
    return FORM.matcher(text).matches() ? Rfc3339.parse(text) : Optional.empty();
  }
}
