package dev.rampart.replay.input;

import java.io.IOException;
import java.util.Optional;

/** The lines of a recording that could not be opened: none, and the reason. */
record UnopenedLines(IOException reason) implements LineSource {
  @Override
  public Optional<String> next() throws IOException {
    throw reason;
  }

  @Override
  public long number() {
    return 0;
  }

  @Override
  public boolean isCut() {
    return false;
  }

  @Override
  public void close() {}
}
