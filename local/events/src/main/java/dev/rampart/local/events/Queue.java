package dev.rampart.local.events;

import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One standard queue: at least once, oldest first, no order promised. */
final class Queue {
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final String name;
  private final String arn;
  private final InstantSource clock;
  private final Instant createdAt;

  /** Takes a message that was received too often to the queue with an ARN; false: no such queue. */
  private final DeadLetters deadLetters;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private QueueAttributes attributes;

  /** Where a message goes that was received too often. */
  @FunctionalInterface
  interface DeadLetters {
    Optional<Consumer<Message>> find(String queueArn);
  }

  Queue(
      String name,
      String arn,
      QueueAttributes attributes,
      InstantSource clock,
      DeadLetters deadLetters) {
    this.name = name;
    this.arn = arn;
    this.attributes = attributes;
    this.clock = clock;
    this.createdAt = clock.instant();
    this.deadLetters = deadLetters;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  Instant createdAt() {
    return createdAt;
  }

  QueueAttributes attributes() {
    lock.lock();
    try {
      return attributes;
    } finally {
      lock.unlock();
    }
  }

  void change(QueueAttributes changes) {
    lock.lock();
    try {
      attributes = attributes.with(changes);
    } finally {
      lock.unlock();
    }
  }

  void add(Message message) {
    lock.lock();
    try {
      messages.put(message.id(), message);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Receives up to {@code countMax} messages.
   *
   * @param wait how long to wait for the first one
   */
  List<Message> receive(int countMax, Duration invisible, Duration wait)
      throws InterruptedException {
    long giveUpNanos = System.nanoTime() + wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        List<Message> taken = take(countMax, invisible);
        long leftNanos = giveUpNanos - System.nanoTime();
        if (!taken.isEmpty() || leftNanos <= 0) {
          return taken;
        }
        // A message may become visible without a signal, so waits are short.
        var _ = arrived.awaitNanos(Math.min(leftNanos, LOOK_AGAIN_NANOS));
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Message> take(int countMax, Duration invisible) {
    Instant now = clock.instant();
    expire(now);
    Optional<QueueAttributes.Redrive> redrive = attributes.redrive();
    List<Message> taken = new ArrayList<>();
    for (Message message : List.copyOf(messages.values())) {
      if (taken.size() == countMax) {
        break;
      }
      if (message.visibleAt().isAfter(now) || redrive.filter(r -> gaveUp(message, r)).isPresent()) {
        continue;
      }
      Message received = message.received(now, now.plus(invisible), Receipts.make(message.id()));
      messages.put(received.id(), received);
      taken.add(received);
    }
    return taken;
  }

  /** Moves a message away that was received too often; it stays where its new queue is missing. */
  private boolean gaveUp(Message message, QueueAttributes.Redrive redrive) {
    if (message.receives() < redrive.receivesMax()) {
      return false;
    }
    Optional<Consumer<Message>> target = deadLetters.find(redrive.deadLetterArn());
    target.ifPresent(
        queue -> {
          messages.remove(message.id());
          queue.accept(message.movedFrom(arn, clock.instant()));
        });
    return target.isPresent();
  }

  /** Deletes the message of a receive; a handle that is no longer the last one deletes nothing. */
  void delete(String handle) {
    String id = Receipts.messageId(handle);
    lock.lock();
    try {
      Message message = messages.get(id);
      if (message != null && message.receipt().equals(handle)) {
        messages.remove(id);
      }
    } finally {
      lock.unlock();
    }
  }

  void changeVisibility(String handle, Duration invisible) {
    String id = Receipts.messageId(handle);
    lock.lock();
    try {
      Instant now = clock.instant();
      Message message = messages.get(id);
      if (message == null || !message.receipt().equals(handle) || !message.inFlight(now)) {
        throw new AwsError(
            "MessageNotInflight", "The message of this receipt handle is not in flight.");
      }
      messages.put(id, message.visibleAt(now.plus(invisible)));
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void purge() {
    lock.lock();
    try {
      messages.clear();
    } finally {
      lock.unlock();
    }
  }

  /** How many messages can be received now, are in flight, and are delayed. */
  record Depth(long visible, long inFlight, long delayed) {}

  Depth depth() {
    lock.lock();
    try {
      Instant now = clock.instant();
      expire(now);
      long inFlight = messages.values().stream().filter(m -> m.inFlight(now)).count();
      long hidden = messages.values().stream().filter(m -> m.visibleAt().isAfter(now)).count();
      return new Depth(messages.size() - hidden, inFlight, hidden - inFlight);
    } finally {
      lock.unlock();
    }
  }

  private void expire(Instant now) {
    Instant oldest = now.minus(attributes.seconds("MessageRetentionPeriod"));
    messages.values().removeIf(message -> message.sentAt().isBefore(oldest));
  }
}
