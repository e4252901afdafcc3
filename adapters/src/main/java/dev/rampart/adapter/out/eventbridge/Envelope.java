package dev.rampart.adapter.out.eventbridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** One event as EventBridge accepts it: its own envelope around our detail. */
record Envelope(String source, String detailType, String detail, Instant time) {
  private static final int TIME_BYTES = 14;

  /** Returns the size that the bus counts against its limit, in bytes. */
  int sizeBytes() {
    return TIME_BYTES
        + source.getBytes(UTF_8).length
        + detailType.getBytes(UTF_8).length
        + detail.getBytes(UTF_8).length;
  }
}
