package dev.rampart.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedEntry;
import dev.rampart.replay.input.UnreadFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
  private final List<ReplayFault> faults = new ArrayList<>();
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
      faults.add(new ReplayFault(entry.file(), OptionalLong.of(entry.number()), reason));
    }
  }

  /** Takes the files that could not be read to their end. */
  void unread(List<UnreadFile> files) {
    unread = files;
  }

  /** Returns a report with the counts in front. */
  ObjectNode json(ObjectNode report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("lines", lines).put("signals", signals).put("notUnderstood", notUnderstood);
    ArrayNode all = json.putArray("faults");
    faults().forEach(fault -> all.add(fault.json()));
    if (signals > 0) {
      json.put("first", Rfc3339.format(first)).put("last", Rfc3339.format(last));
    }
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
   * their end.
   */
  List<ReplayFault> faults() {
    Stream<ReplayFault> files =
        unread.stream()
            .map(file -> new ReplayFault(file.name(), OptionalLong.empty(), file.reason()));
    return Stream.concat(faults.stream(), files).toList();
  }
}
