package dev.rampart.local.host;

import java.time.Instant;

/** Trace headers in X-Ray's form; nothing is ever sampled here. */
final class Traces {
  private Traces() {}

  static String of(String requestId, Instant at) {
    String random = requestId.replace("-", "");
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(at.getEpochSecond(), random.substring(0, 24), random.substring(16));
  }
}
