package dev.rampart.local.events.queue;

import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One standard queue: at least once, oldest first, no order promised. */
public final class Queue {
  /** How much memory messages may take that are received at once, but for the last of them. */
  private static final long RECEIVED_BYTES_MAX = 1024 * 1024;

  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final String name;
  private final String arn;
  private final InstantSource clock;
  private final Instant createdAt;

  /** Finds the queue that takes messages that were received too often. */
  private final DeadLetters deadLetters;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final MessageStore messages = new MessageStore();
  private final QueueMemory space;
  private QueueAttributes attributes;
  private boolean deleted;

  /** Where a message goes that was received too often. */
  @FunctionalInterface
  interface DeadLetters {
    Optional<Queue> find(String queueArn);
  }

  Queue(
      String name,
      String arn,
      QueueAttributes attributes,
      InstantSource clock,
      DeadLetters deadLetters,
      QueueMemory space) {
    this.name = name;
    this.arn = arn;
    this.attributes = attributes;
    this.clock = clock;
    this.createdAt = clock.instant();
    this.deadLetters = deadLetters;
    this.space = space;
  }

  public String name() {
    return name;
  }

  public String arn() {
    return arn;
  }

  Instant createdAt() {
    return createdAt;
  }

  public QueueAttributes attributes() {
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

  /**
   * Adds a message.
   *
   * @throws AwsError if there is no room for it, or the queue was deleted
   */
  public void add(Message message) {
    if (!space.take(message.bytes())) {
      throw new AwsError(
          "RequestThrottled",
          "The messages of all queues take "
              + QueueMemory.BYTES_MAX
              + " bytes; receive or purge some.");
    }
    if (!put(message)) {
      space.free(message.bytes());
      throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
    }
  }

  /** Adds a message for which room was taken; false if the queue was deleted. */
  private boolean put(Message message) {
    lock.lock();
    try {
      if (!deleted) {
        messages.put(message);
        arrived.signalAll();
      }
      return !deleted;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Receives up to {@code countMax} messages, fewer if they are large.
   *
   * @param invisible how long they cannot be received again; if empty, as long as the queue says
   *     when they are received
   * @param wait how long to wait for the first one
   */
  public List<Message> receive(int countMax, Optional<Duration> invisible, Duration wait)
      throws InterruptedException {
    long giveUpNanos = System.nanoTime() + wait.toNanos();
    while (true) {
      List<Message> tooOften = new ArrayList<>();
      List<Message> taken = take(countMax, invisible, tooOften);
      // Without the lock: queues may be each other's dead-letter queues.
      tooOften.forEach(this::moveAway);
      long leftNanos = giveUpNanos - System.nanoTime();
      if (!taken.isEmpty() || leftNanos <= 0) {
        return taken;
      }
      // A message may become visible without a signal, so waits are short.
      long waitNanos = Math.min(leftNanos, LOOK_AGAIN_NANOS);
      if (tooOften.isEmpty()) {
        await(waitNanos);
      } else {
        // Whatever arrives: queues that redrive in a circle would keep their receivers busy.
        TimeUnit.NANOSECONDS.sleep(waitNanos);
      }
    }
  }

  private void await(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long leftNanos = nanos;
      while (leftNanos > 0 && messages.countVisible(clock.instant()) == 0) {
        leftNanos = arrived.awaitNanos(leftNanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Message> take(int countMax, Optional<Duration> invisible, List<Message> tooOften) {
    lock.lock();
    try {
      Instant now = clock.instant();
      expire(now);
      Instant visibleAgain =
          now.plus(invisible.orElseGet(() -> attributes.seconds("VisibilityTimeout")));
      List<Message> taken = new ArrayList<>();
      long bytes = 0;
      for (Message message : messages.visible(now)) {
        if (taken.size() == countMax || bytes >= RECEIVED_BYTES_MAX) {
          break;
        }
        if (deadLetterQueue(message).isPresent()) {
          tooOften.add(message);
          continue;
        }
        Message received = message.received(now, visibleAgain, ReceiptHandles.make(message.id()));
        taken.add(received);
        bytes += received.bytes();
      }
      taken.forEach(messages::put);
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns where a message goes that was received too often; it stays if that queue is missing, or
   * is this one.
   */
  private Optional<Queue> deadLetterQueue(Message message) {
    return attributes
        .redrive()
        .filter(redrive -> message.receives() >= redrive.receivesMax())
        .flatMap(redrive -> deadLetters.find(redrive.deadLetterArn()))
        .filter(queue -> queue != this);
  }

  private void moveAway(Message message) {
    Optional<Queue> target;
    lock.lock();
    try {
      target = deadLetterQueue(message);
      if (target.isEmpty() || !messages.remove(message)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    boolean moved = target.get().put(message.movedFrom(arn, clock.instant()));
    if (!moved && !put(message)) {
      space.free(message.bytes());
    }
  }

  /** Deletes the message of a receive; a handle that is no longer the last one deletes nothing. */
  public void delete(String handle) {
    String id = ReceiptHandles.messageId(handle);
    lock.lock();
    try {
      messages
          .get(id)
          .filter(message -> message.receipt().equals(handle))
          .filter(messages::remove)
          .ifPresent(message -> space.free(message.bytes()));
    } finally {
      lock.unlock();
    }
  }

  void changeVisibility(String handle, Duration invisible) {
    String id = ReceiptHandles.messageId(handle);
    lock.lock();
    try {
      Instant now = clock.instant();
      Message message =
          messages
              .get(id)
              .filter(found -> found.receipt().equals(handle) && found.inFlight(now))
              .orElseThrow(
                  () ->
                      new AwsError(
                          "MessageNotInflight",
                          "The message of this receipt handle is not in flight."));
      messages.put(message.visibleAt(now.plus(invisible)));
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public void purge() {
    lock.lock();
    try {
      messages.all().forEach(message -> space.free(message.bytes()));
      messages.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Throws all messages away and takes no more. */
  public void delete() {
    lock.lock();
    try {
      deleted = true;
      purge();
    } finally {
      lock.unlock();
    }
  }

  /** How many messages can be received now, are in flight, and are delayed. */
  public record Depth(long visible, long inFlight, long delayed) {}

  public Depth depth() {
    lock.lock();
    try {
      Instant now = clock.instant();
      expire(now);
      long visible = messages.countVisible(now);
      long inFlight = messages.all().stream().filter(m -> m.inFlight(now)).count();
      return new Depth(visible, inFlight, messages.all().size() - visible - inFlight);
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the oldest message was sent; empty if there is none. */
  public Optional<Instant> oldest() {
    lock.lock();
    try {
      return messages.all().stream().findFirst().map(Message::sentAt);
    } finally {
      lock.unlock();
    }
  }

  private void expire(Instant now) {
    messages
        .removeOlder(now.minus(attributes.seconds("MessageRetentionPeriod")))
        .forEach(message -> space.free(message.bytes()));
  }
}
