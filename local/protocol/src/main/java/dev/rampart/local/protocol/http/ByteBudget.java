package dev.rampart.local.protocol.http;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all connections of a port may hold together. */
final class ByteBudget {
  private final AtomicLong left;

  ByteBudget(int bytes) {
    left = new AtomicLong(bytes);
  }

  /** Takes bytes, or refuses the request that needs them. */
  void take(int bytes) {
    if (left.addAndGet(-bytes) < 0) {
      giveBack(bytes);
      throw new RequestRefused(HttpFault.BUSY);
    }
  }

  /** Takes bytes even if there are not as many left: those who come later are refused for it. */
  void overdraw(int bytes) {
    var _ = left.addAndGet(-bytes);
  }

  /** Refuses a request if more bytes have been taken than there are. */
  void check() {
    if (left.get() < 0) {
      throw new RequestRefused(HttpFault.BUSY);
    }
  }

  void giveBack(int bytes) {
    var _ = left.addAndGet(bytes);
  }
}
