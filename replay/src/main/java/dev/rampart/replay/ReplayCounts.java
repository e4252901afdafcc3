package dev.rampart.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedEntry;
import dev.rampart.replay.input.UnreadFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How much was read, of which time, and what was not understood. */
final class ReplayCounts {
  private static final int FAULTS_MAX = 5;

  private long lines;
  private long signals;
  private long understood;
  private long notUnderstood;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private final List<String> faults = new ArrayList<>();
  private List<UnreadFile> unread = List.of();

  /** Counts a line. */
  void take(RecordedEntry entry) {
    lines++;
    switch (entry.outcome()) {
      case LineOutcome.Read read -> understood(read);
      case LineOutcome.Blank() -> {}
      case LineOutcome.NotUnderstood(String reason) -> notUnderstood(entry, reason);
    }
  }

  private void understood(LineOutcome.Read read) {
    understood++;
    read.signals().forEach(signal -> signal(signal.observedAt()));
  }

  private void signal(Instant at) {
    signals++;
    first = at.isBefore(first) ? at : first;
    last = at.isAfter(last) ? at : last;
  }

  private void notUnderstood(RecordedEntry entry, String reason) {
    notUnderstood++;
    if (faults.size() < FAULTS_MAX) {
      faults.add(entry.file() + ":" + entry.number() + ": " + reason);
    }
  }

  /** Takes the files that could not be read to their end. */
  void unread(List<UnreadFile> files) {
    unread = files;
  }

  /** Returns a report with the counts in front. */
  ObjectNode json(ObjectNode report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("lines", lines).put("notUnderstood", notUnderstood);
    return json.setAll(report);
  }

  long lines() {
    return lines;
  }

  long signals() {
    return signals;
  }

  /** Returns how many lines say something that is understood, whether or not it is a signal. */
  long understoodLines() {
    return understood;
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

  /** Returns the files that could not be read to their end. */
  List<UnreadFile> unread() {
    return unread;
  }

  /**
   * Returns the first few lines that were not understood and all files that could not be read to
   * their end, each with its place and the reason.
   */
  List<String> faults() {
    return Stream.concat(
            faults.stream(), unread.stream().map(file -> file.name() + ": " + file.reason()))
        .toList();
  }
}
