package dev.rampart.local.protocol.http;

import java.util.concurrent.ThreadFactory;

/** The threads that serve the connections of a port. */
public enum ConnectionThreads {
  /**
   * Cheap enough for thousands of idle connections. Those of all ports share a few carrier threads,
   * and one that computes keeps its carrier until it waits for something.
   */
  VIRTUAL,

  /**
   * For requests that may compute for long: the system divides the processors among all threads.
   */
  PLATFORM;

  ThreadFactory factory(String name) {
    return switch (this) {
      case VIRTUAL -> Thread.ofVirtual().factory();
      case PLATFORM -> Thread.ofPlatform().daemon().name(name + " connection").factory();
    };
  }
}
