package dev.rampart.local.host;

/** Hears every line that a function's process prints. Called by many threads; must not throw. */
@FunctionalInterface
public interface LineListener {
  void line(String function, String line);
}
