package dev.rampart.domain.ratelimit;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.Sha256;

/**
 * Whom a request is counted for.
 *
 * @param key stands for the subject or the address, and does not show it
 */
public record Requester(CallerKind kind, String key) {

  /** Returns the requester whose access token has this subject. */
  public static Requester user(String subject) {
    return new Requester(CallerKind.USER, Sha256.shortHex(subject));
  }

  /**
   * Returns the requester at this address, without a token. The addresses of one IPv6 network of a
   * household count together, since each host there has 2<sup>64</sup> of them.
   */
  public static Requester address(IpAddress address) {
    return new Requester(CallerKind.ADDRESS, Sha256.shortHex(address.site()));
  }
}
