package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.common.SourceRange;

/** The source in a path: an address, or a range whose slash is written {@code _}. */
final class SourcePath {

  private SourcePath() {}

  /**
   * Returns the source, an IPv6 address as its /64.
   *
   * @throws RefusedRequest if the path has none
   */
  static SourceRange source(ProxyEvent event) {
    return SourceRange.parse(PathValue.range(event, "source"))
        .map(SourceRange::atLeastSite)
        .orElseThrow(
            () ->
                new RefusedRequest(
                    SecurityProblem.INVALID_SOURCE.because(
                        "Name an address, or a range as 203.0.113.0_24, without bits behind its"
                            + " prefix.")));
  }
}
