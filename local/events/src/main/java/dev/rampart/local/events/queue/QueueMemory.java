package dev.rampart.local.events.queue;

import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory the messages of all queues and the events that wait for a retry take together.
 * Whoever can send messages would else decide how much memory the process takes.
 */
public final class QueueMemory {
  /** An eighth of the heap that the script gives a run, in bytes; far more than a run needs. */
  public static final long BYTES_MAX = 64L * 1024 * 1024;

  private final long bytesMax;
  private final AtomicLong taken = new AtomicLong();
  private final FaultTracker refusals;

  public QueueMemory(long bytesMax, InstantSource clock) {
    this.bytesMax = bytesMax;
    this.refusals = new FaultTracker("The acceptance of messages and events", clock);
  }

  /** Returns that messages and events are refused at present, and why; empty if they are not. */
  public Optional<Fault> refusal() {
    return refusals.current();
  }

  /** Says whether there is room for as many bytes. */
  public boolean hasRoom(long bytes) {
    // An event that no rule takes needs no room, and says nothing of what does.
    return bytes == 0 || note(taken.get() + bytes <= bytesMax);
  }

  /** Takes room; says whether there was any. */
  public boolean take(long bytes) {
    boolean hasRoom = note(taken.addAndGet(bytes) <= bytesMax);
    if (!hasRoom) {
      free(bytes);
    }
    return hasRoom;
  }

  private boolean note(boolean hasRoom) {
    if (hasRoom) {
      refusals.succeeded();
    } else {
      refusals.failed(
          "messages in queues and events that wait for a retry take nearly all of their %d bytes"
              .formatted(bytesMax));
    }
    return hasRoom;
  }

  /** Takes room whether there is any or not, for what cannot be refused any more. */
  public void add(long bytes) {
    var _ = taken.addAndGet(bytes);
  }

  public void free(long bytes) {
    // Whoever was refused before may have gone: room alone says that it is over.
    if (taken.addAndGet(-bytes) < bytesMax / 2) {
      refusals.succeeded();
    }
  }
}
