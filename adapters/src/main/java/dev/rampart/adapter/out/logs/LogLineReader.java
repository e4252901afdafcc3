package dev.rampart.adapter.out.logs;

import dev.rampart.domain.detection.trail.GateEntry;
import java.util.Optional;

/** Reads what is found. */
@FunctionalInterface
public interface LogLineReader {
  /** Returns what a line of a log group says of a request; empty if it says nothing of any. */
  Optional<GateEntry> read(String logGroup, String lineId, String line);
}
