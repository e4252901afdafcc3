package dev.rampart.replay;

import java.io.PrintWriter;
import java.time.Duration;

/** Says every few seconds how far a long replay has come. */
final class ReplayProgress {
  /** How seldom the clock is read. */
  private static final int LINES_PER_LOOK = 256;

  private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();
  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final PrintWriter out;
  private final long start = System.nanoTime();
  private long toldAt = start;

  ReplayProgress(PrintWriter out) {
    this.out = out;
  }

  /** Says it if it was not said for a while. */
  void at(String place, long lines) {
    if (lines % LINES_PER_LOOK != 0) {
      return;
    }
    long now = System.nanoTime();
    if (now - toldAt >= INTERVAL_NANOS) {
      toldAt = now;
      out.printf(
          "replay: %s, %,d lines, %,.0f a second%n",
          PrintableText.of(place), lines, perSecond(lines, now));
      out.flush();
    }
  }

  /** Ends what was said, if anything was. */
  void done() {
    if (toldAt != start) {
      out.println("replay: done");
      out.flush();
    }
  }

  private double perSecond(long lines, long now) {
    return lines / ((now - start) / NANOS_PER_SECOND);
  }
}
