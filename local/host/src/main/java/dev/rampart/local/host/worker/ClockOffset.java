package dev.rampart.local.host.worker;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * How far the clock of a run is ahead of the system's: nanoseconds in a file that the host writes
 * and every process of a function maps, so that all of them see a move at once.
 */
public final class ClockOffset {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static volatile ByteBuffer shared = ByteBuffer.allocateDirect(Long.BYTES);

  private ClockOffset() {}

  /** Returns the bytes of the file, to read. */
  static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES);
    }
  }

  /** Goes by the file from now on. */
  static void follow(Path file) throws IOException {
    shared = map(file);
  }

  /** Returns the time of the run at a time of the system; {@code java.time} calls it. */
  public static Instant moved(Instant time) {
    return time.plusNanos(nanos());
  }

  /** Returns the same in milliseconds since 1970. */
  public static long moved(long millis) {
    return millis + nanos() / 1_000_000;
  }

  private static long nanos() {
    return (long) LONG.getVolatile(shared, 0);
  }
}
