package dev.rampart.local.logs.delivery;

import dev.rampart.local.logs.group.LogEvent;
import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.supervision.Loop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the lines of a group that a filter takes and hands them to a function, many at a time. A
 * line that is written while there is no room for it is lost, and the subscription has a fault.
 */
public final class Subscription implements AutoCloseable {
  /** CloudWatch collects lines for a moment too; it does not say for how long. */
  private static final Duration WINDOW = Duration.ofMillis(200);

  /** Bytes of lines in one delivery, before it is packed; AWS hands over at most 1 MB. */
  static final int DELIVERY_CHARS_MAX = 256 * 1024;

  static final long WAITING_CHARS_MAX = 4L * 1024 * 1024;

  private final String owner;
  private final SubscriptionSettings settings;
  private final LogDestination destination;
  private final InstantSource clock;
  private final FaultTracker losses;
  private final ArrayDeque<LogEvent> waiting = new ArrayDeque<>();
  private Optional<Loop> loop = Optional.empty();
  private long waitingChars;
  private boolean probed;

  Subscription(
      String owner,
      SubscriptionSettings settings,
      LogDestination destination,
      InstantSource clock) {
    this.owner = owner;
    this.settings = settings;
    this.destination = destination;
    this.clock = clock;
    this.losses = new FaultTracker("The subscription to log group " + settings.logGroup(), clock);
  }

  /**
   * Starts to deliver what is written to a group from now on.
   *
   * @param owner the id of the account that a delivery names
   */
  public static Subscription start(
      String owner,
      SubscriptionSettings settings,
      LogGroup group,
      LogDestination destination,
      InstantSource clock) {
    Subscription subscription = new Subscription(owner, settings, destination, clock);
    group.listen(subscription::take);
    subscription.loop =
        Optional.of(
            Loop.start(
                "The delivery from log group " + group.name(),
                () -> {
                  subscription.deliver();
                  return Optional.of(WINDOW);
                },
                clock));
    return subscription;
  }

  public SubscriptionSettings settings() {
    return settings;
  }

  /** Returns why lines do not arrive; empty if they do. */
  public Optional<Fault> fault() {
    return losses.current().or(() -> loop.flatMap(each -> each.status().fault()));
  }

  /** Takes a line, if the filter does. */
  void take(LogEvent event) {
    if (!settings.filter().matches(event.message())) {
      return;
    }
    synchronized (this) {
      if (waitingChars + event.message().length() <= WAITING_CHARS_MAX) {
        waiting.addLast(event);
        waitingChars += event.message().length();
        losses.succeeded();
        return;
      }
    }
    losses.failed("lines are lost: too many wait for " + settings.functionArn());
  }

  /** Hands over what has been taken so far, as much as the destination has room for. */
  void deliver() {
    if (!probed) {
      probed = destination.offer(settings.functionArn(), SubscriptionMessage.probe(clock.millis()));
    }
    for (List<LogEvent> batch = next(); !batch.isEmpty(); batch = next()) {
      if (!destination.offer(
          settings.functionArn(), SubscriptionMessage.of(owner, settings, batch))) {
        return;
      }
      remove(batch.size());
    }
  }

  /** Returns the lines of the next delivery: of one stream, and one at least if any waits. */
  private synchronized List<LogEvent> next() {
    List<LogEvent> batch = new ArrayList<>();
    long chars = 0;
    for (LogEvent event : waiting) {
      chars += event.message().length();
      boolean fits =
          batch.isEmpty()
              || (chars <= DELIVERY_CHARS_MAX && event.stream().equals(batch.getFirst().stream()));
      if (!fits) {
        break;
      }
      batch.add(event);
    }
    return batch;
  }

  private synchronized void remove(int count) {
    for (int i = 0; i < count; i++) {
      waitingChars -= waiting.removeFirst().message().length();
    }
  }

  /** Stops delivering; what still waits is gone. */
  @Override
  public void close() {
    loop.ifPresent(Loop::close);
  }
}
