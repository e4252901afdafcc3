package dev.rampart.local.stack;

/** Hears what a long step is doing, in words for people. */
@FunctionalInterface
public interface Progress {
  void step(String what);
}
