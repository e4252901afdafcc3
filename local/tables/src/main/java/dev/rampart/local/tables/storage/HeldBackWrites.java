package dev.rampart.local.tables.storage;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Writes to a file that wait in memory, in their order. Readers never wait. */
final class HeldBackWrites {
  private final List<Write> writes = new CopyOnWriteArrayList<>();

  /** Bytes to be written at a position. */
  record Write(long position, ByteBuffer content) {

    /** Returns the bytes in a buffer of its own, which may be drained. */
    ByteBuffer bytes() {
      return content.duplicate();
    }

    private ByteBuffer part(long from, int length) {
      ByteBuffer copy = ByteBuffer.allocate(length);
      return copy.put(content.slice((int) (from - position), length)).flip();
    }

    private boolean covers(long from, int length) {
      return from >= position && from + length <= position + content.limit();
    }
  }

  boolean isEmpty() {
    return writes.isEmpty();
  }

  /** Adds a copy of the remaining bytes of a buffer. */
  void add(long position, ByteBuffer bytes) {
    ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
    copy.put(bytes).flip();
    writes.add(new Write(position, copy));
  }

  void forEach(Consumer<Write> consumer) {
    writes.forEach(consumer);
  }

  void clear() {
    writes.clear();
  }

  /** Returns the newest bytes of a range; empty if no write holds all of it. */
  Optional<ByteBuffer> find(long position, int length) {
    Optional<Write> newest =
        writes.stream().filter(w -> w.covers(position, length)).reduce((_, later) -> later);
    return newest.map(write -> write.part(position, length));
  }
}
