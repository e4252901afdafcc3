package dev.rampart.adapter.out.eventbridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** One event as the bus takes it: EventBridge's own envelope around our detail. */
record Envelope(String source, String detailType, String detail, Instant time) {
  private static final int TIME_BYTES = 14;

  /** What the bus counts against its limit, in bytes. */
  int sizeBytes() {
    return TIME_BYTES
        + source.getBytes(UTF_8).length
        + detailType.getBytes(UTF_8).length
        + detail.getBytes(UTF_8).length;
  }
}
