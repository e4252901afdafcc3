package dev.rampart.local.host;

/**
 * Hears every line that a function's process prints. Called by many threads. What it throws is
 * logged, and the next line comes all the same.
 */
@FunctionalInterface
public interface LineListener {
  void line(String function, String line);
}
