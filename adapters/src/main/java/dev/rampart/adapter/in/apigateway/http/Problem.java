package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.detection.Gate;

/**
 * A problem type: every refusal of this function has one. Clients rely on the names, so a problem
 * may be added but never renamed; {@code docs/problems.md} lists them all.
 *
 * @param status the HTTP status
 * @param gate the gate that refuses with this problem
 * @param shortName the last part of {@link #type}
 * @param title the member {@code title}: the same for every refusal with this problem
 */
public record Problem(int status, Gate gate, String shortName, String title) {

  /** Returns the member {@code type}. */
  public String type() {
    return "urn:rampart:problem:" + shortName;
  }

  /** Returns the refusal with this problem; {@code detail} says how to do better. */
  public Refusal because(String detail) {
    return Refusal.of(this, detail);
  }
}
