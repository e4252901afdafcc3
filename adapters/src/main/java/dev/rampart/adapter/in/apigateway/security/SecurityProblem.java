package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.Problem;
import dev.rampart.adapter.in.apigateway.http.Refusal;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.port.in.ManageBlocks;

/** The problems that only requests of the security team can meet. */
final class SecurityProblem {
  static final Problem THREAT_NOT_FOUND =
      new Problem(404, Gate.DOMAIN, "threat-not-found", "There is no such threat");

  static final Problem THREAT_CHANGED =
      new Problem(412, Gate.DOMAIN, "threat-changed", "The threat has changed since it was read");

  static final Problem REQUEST_NOT_FOUND =
      new Problem(404, Gate.DOMAIN, "request-not-found", "No log tells of this request");

  static final Problem INVALID_ACTOR =
      new Problem(400, Gate.INPUT, "invalid-actor", "The path names nobody");

  static final Problem INVALID_SOURCE =
      new Problem(400, Gate.INPUT, "invalid-source", "The path names no source");

  static final Problem SOURCE_PROTECTED =
      new Problem(409, Gate.DOMAIN, "source-protected", "The source is never blocked");

  static final Problem BLOCK_NOT_FOUND =
      new Problem(404, Gate.DOMAIN, "block-not-found", "The source is not blocked");

  static final Problem BLOCK_CHANGED =
      new Problem(412, Gate.DOMAIN, "block-changed", "The block has changed since it was read");

  static final Problem EXEMPTION_NOT_FOUND =
      new Problem(404, Gate.DOMAIN, "exemption-not-found", "The source is not on the allow list");

  static final Problem EXEMPTION_CHANGED =
      new Problem(412, Gate.DOMAIN, "exemption-changed", "The entry has changed since it was read");

  static final Problem LIST_FULL =
      new Problem(409, Gate.DOMAIN, "list-full", "The list takes no more entries");

  private SecurityProblem() {}

  /** Returns the refusal of a range that is wider than people may block or exempt. */
  static Refusal tooWide() {
    return INVALID_SOURCE.because(
        "A range is at most as wide as a /%d of IPv4, or a /%d of IPv6."
            .formatted(ManageBlocks.IPV4_PREFIX_MIN, ManageBlocks.IPV6_PREFIX_MIN));
  }
}
