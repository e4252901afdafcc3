package dev.rampart.replay.count;

import dev.rampart.adapter.in.logs.CountedRequestReader;
import dev.rampart.domain.detection.tuning.CountToBlock;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedEntry;

/** Gives recorded lines to a count. */
public final class EntryCount {
  private EntryCount() {}

  /** Gives it what a line says. */
  public static void add(RecordedEntry entry, CountToBlock count) {
    if (entry.outcome() instanceof LineOutcome.Read read) {
      read.signals().forEach(count::take);
      read.firewallRecords()
          .forEach(firewall -> CountedRequestReader.read(firewall).ifPresent(count::take));
    }
  }
}
