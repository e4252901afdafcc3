package dev.rampart.adapter.out.logs;

import java.util.Optional;

/**
 * Reads what is found.
 *
 * @param <T> what a line is read as
 */
@FunctionalInterface
public interface LogLineReader<T> {
  /** Returns what a line of a log group says; empty if it says nothing. */
  Optional<T> read(String logGroup, String lineId, String line);
}
