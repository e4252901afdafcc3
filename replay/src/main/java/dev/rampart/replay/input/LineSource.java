package dev.rampart.replay.input;

import java.io.IOException;
import java.util.Optional;

/** The lines of one recording, one after the other. */
interface LineSource extends AutoCloseable {
  /** Returns the next line without its end; empty after the last one. */
  Optional<String> next() throws IOException;

  /** Returns the number of the line that was returned last, from 1. */
  long number();

  /** Returns whether the line that was returned last is cut, since it is too long. */
  boolean isCut();

  @Override
  void close() throws IOException;
}
