package dev.rampart.local.logs.group;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The last lines of one log group, in memory. Safe for use by many threads. */
public final class LogGroup {
  /** Room for the lines of one group; whoever can send requests makes logs grow. */
  static final long BYTES_MAX = 4L * 1024 * 1024;

  private final LogGroupSettings settings;
  private final InstantSource clock;
  private final Instant created;
  private final ArrayDeque<LogEvent> events = new ArrayDeque<>();
  private final List<Consumer<LogEvent>> listeners = new CopyOnWriteArrayList<>();
  private long sequence;
  private long bytes;

  LogGroup(LogGroupSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.created = now();
  }

  public LogGroupSettings settings() {
    return settings;
  }

  public String name() {
    return settings.name();
  }

  public Instant created() {
    return created;
  }

  /** Calls someone for each line from now on, on the thread that writes it. */
  public void listen(Consumer<LogEvent> listener) {
    listeners.add(listener);
  }

  /** Appends a line; the oldest ones go when there is no more room for them. */
  public void append(String stream, String message) {
    LogEvent event = add(stream, message);
    listeners.forEach(listener -> listener.accept(event));
  }

  private synchronized LogEvent add(String stream, String message) {
    LogEvent event = new LogEvent(++sequence, stream, now(), message);
    events.addLast(event);
    bytes += event.bytes();
    while (bytes > BYTES_MAX && events.size() > 1) {
      removeOldest();
    }
    return event;
  }

  /** Returns the lines that are kept, the oldest first. */
  public synchronized List<LogEvent> events() {
    settings
        .retention()
        .map(retention -> clock.instant().minus(retention))
        .ifPresent(this::removeBefore);
    return List.copyOf(events);
  }

  private void removeBefore(Instant oldest) {
    while (!events.isEmpty() && events.getFirst().at().isBefore(oldest)) {
      removeOldest();
    }
  }

  private void removeOldest() {
    bytes -= events.removeFirst().bytes();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
