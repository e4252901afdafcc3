package dev.rampart.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How much was read, of which time, and what was not understood. */
final class ReplayCounts {
  private static final int FAULTS_MAX = 5;

  private long lines;
  private long signals;
  private long notUnderstood;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private final List<String> faults = new ArrayList<>();

  void line() {
    lines++;
  }

  void signal(Instant at) {
    signals++;
    first = at.isBefore(first) ? at : first;
    last = at.isAfter(last) ? at : last;
  }

  void notUnderstood(String file, long line, String reason) {
    notUnderstood++;
    if (faults.size() < FAULTS_MAX) {
      faults.add(file + ":" + line + ": " + reason);
    }
  }

  long lines() {
    return lines;
  }

  long signals() {
    return signals;
  }

  long notUnderstoodLines() {
    return notUnderstood;
  }

  /** Returns when the first signal was; meaningless if there was none. */
  Instant first() {
    return first;
  }

  /** Returns when the last signal was; meaningless if there was none. */
  Instant last() {
    return last;
  }

  /** Returns the first few lines that were not understood, each with its place and the reason. */
  List<String> faults() {
    return faults;
  }
}
