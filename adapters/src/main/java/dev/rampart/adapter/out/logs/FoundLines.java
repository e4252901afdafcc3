package dev.rampart.adapter.out.logs;

import java.time.Instant;
import java.util.List;

/**
 * What searches found.
 *
 * @param lines as they were read, each search from new to old
 * @param completeSince nothing after this time is missing
 */
record FoundLines<T>(List<T> lines, Instant completeSince) {
  FoundLines {
    lines = List.copyOf(lines);
  }
}
