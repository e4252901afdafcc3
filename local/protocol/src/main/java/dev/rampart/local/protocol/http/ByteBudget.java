package dev.rampart.local.protocol.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The bytes that all connections of a port may hold together. */
final class ByteBudget {
  private final AtomicLong left;
  private final BooleanSupplier makeRoom;

  /**
   * Creates a budget of which nothing is taken.
   *
   * @param makeRoom asked when there are no bytes left; returns whether some will be given back
   */
  ByteBudget(int bytes, BooleanSupplier makeRoom) {
    this.left = new AtomicLong(bytes);
    this.makeRoom = makeRoom;
  }

  /** Takes bytes, or refuses the request that needs them. */
  void take(int bytes) {
    if (bytes > 0 && left.addAndGet(-bytes) < 0 && !makeRoom.getAsBoolean()) {
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
    if (left.get() < 0 && !makeRoom.getAsBoolean()) {
      throw new RequestRefused(HttpFault.BUSY);
    }
  }

  void giveBack(int bytes) {
    var _ = left.addAndGet(bytes);
  }
}
