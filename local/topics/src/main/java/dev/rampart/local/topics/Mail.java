package dev.rampart.local.topics;

import java.time.Instant;

/**
 * A message in the inbox.
 *
 * @param kind {@code email}, {@code sms} or {@code webhook}
 * @param to an address, a number or a URL
 */
public record Mail(Instant at, String kind, String from, String to, String subject, String body) {
  long chars() {
    return from.length() + to.length() + subject.length() + (long) body.length();
  }
}
