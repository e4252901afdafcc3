package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.detection.signal.Gate;

/**
 * A problem type: every refusal of this function has one. Clients rely on the names, so a problem
 * may be added but never renamed; {@code docs/problems.md} lists them all.
 *
 * @param status the HTTP status
 * @param gate the gate that refuses with this problem
 * @param shortName the last part of {@link #type}
 * @param title the member {@code title}: the same for every refusal with this problem
 * @param type the member {@code type}
 */
public record Problem(int status, Gate gate, String shortName, String title, String type) {

  /** A type of our own. */
  public Problem(int status, Gate gate, String shortName, String title) {
    this(status, gate, shortName, title, "urn:rampart:problem:" + shortName);
  }

  /** Returns a type of the registry at IANA (RFC 9457, section 4.2). */
  static Problem registered(int status, Gate gate, String shortName, String title) {
    return new Problem(
        status,
        gate,
        shortName,
        title,
        "https://iana.org/assignments/http-problem-types#" + shortName);
  }

  /** Returns the refusal with this problem; {@code detail} says how to do better. */
  public Refusal because(String detail) {
    return Refusal.of(this, detail);
  }
}
