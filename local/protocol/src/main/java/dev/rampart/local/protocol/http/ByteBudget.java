package dev.rampart.local.protocol.http;

import java.util.concurrent.Semaphore;

/** The bytes that all connections of a port may hold together. */
final class ByteBudget {
  private final Semaphore left;

  ByteBudget(int bytes) {
    left = new Semaphore(bytes);
  }

  /** Takes bytes, or refuses the request that needs them. */
  void take(int bytes) {
    if (!left.tryAcquire(bytes)) {
      throw new RequestRefused(HttpFault.BUSY);
    }
  }

  void giveBack(int bytes) {
    left.release(bytes);
  }
}
