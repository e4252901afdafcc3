package dev.rampart.benchmark.detection.peer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The events of each key within a window that slides along. */
final class RecentEvents {

  private record Event(long atMillis, String value, String other) {}

  /**
   * What a window holds.
   *
   * @param count how many events
   * @param values how many different values
   * @param others how many different values of the second kind
   */
  record Content(int count, int values, int others) {}

  private static final class Window {
    private final Deque<Event> events = new ArrayDeque<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();

    private void add(Event event) {
      events.add(event);
      values.merge(event.value(), 1, Integer::sum);
      others.merge(event.other(), 1, Integer::sum);
    }

    private void dropUntil(long millis) {
      while (!events.isEmpty() && events.getFirst().atMillis() <= millis) {
        Event event = events.removeFirst();
        less(values, event.value());
        less(others, event.other());
      }
    }

    private static void less(Map<String, Integer> counts, String value) {
      counts.computeIfPresent(value, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  private final long windowMillis;
  private final Map<String, Window> windows = new HashMap<>();

  RecentEvents(long windowMillis) {
    this.windowMillis = windowMillis;
  }

  /** Adds an event; returns what the window of its key holds then. */
  Content add(String key, long atMillis, String value, String other) {
    Window window = windows.computeIfAbsent(key, _ -> new Window());
    window.add(new Event(atMillis, value, other));
    window.dropUntil(atMillis - windowMillis);
    return new Content(window.events.size(), window.values.size(), window.others.size());
  }

  /** Forgets the events of a key, after an alert. */
  void clear(String key) {
    windows.remove(key);
  }
}
