package dev.rampart.local.gateway;

import io.helidon.common.buffers.DataReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a socket in a virtual thread of its own, so that a reader can stop waiting. The server's
 * sockets are channels, and a blocking read of a channel knows no timeout.
 */
final class Pump {
  private static final byte[] END = new byte[0];
  private static final Duration ABANDONED = Duration.ofMinutes(2);

  private final DataReader source;
  private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(1);
  private boolean ended;

  Pump(DataReader source) {
    this.source = source;
    Thread.ofVirtual().name("gateway-socket").start(this::run);
  }

  private void run() {
    try {
      boolean taken = true;
      while (taken) {
        source.ensureAvailable();
        taken = offer(source.readBytes(source.available()));
      }
    } catch (RuntimeException _) {
      // The client has gone, or the server closed the connection: nothing comes any more.
      offer(END);
    }
  }

  /** Hands a piece over; gives up when nobody has taken it for longer than any request lives. */
  private boolean offer(byte[] piece) {
    try {
      return pieces.offer(piece, ABANDONED.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns the next bytes, at least one; empty where none came in that time.
   *
   * @throws DataReader.InsufficientDataAvailableException where none will come any more
   */
  Optional<byte[]> next(Duration within) {
    try {
      Optional<byte[]> piece =
          ended
              ? Optional.of(END)
              : Optional.ofNullable(pieces.poll(within.toNanos(), TimeUnit.NANOSECONDS));
      ended = piece.filter(bytes -> bytes.length == 0).isPresent();
      if (ended) {
        throw new DataReader.InsufficientDataAvailableException();
      }
      return piece;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new DataReader.InsufficientDataAvailableException();
    }
  }
}
