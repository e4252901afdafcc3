package dev.rampart.local.events.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The messages of a queue, in an order that lets each receive look at no more of them than it
 * takes: those that can be received, the oldest first, and the others by when they can be. For one
 * thread at a time.
 */
final class MessageStore {
  /** The age of a message, and which of several of one age came first. */
  private record Place(Instant sentAt, long number) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::sentAt).thenComparing(Place::number);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** A message that cannot be received yet. */
  private record Hidden(Instant until, Place place) implements Comparable<Hidden> {
    private static final Comparator<Hidden> ORDER =
        Comparator.comparing(Hidden::until).thenComparing(Hidden::place);

    @Override
    public int compareTo(Hidden other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<String, Place> places = new HashMap<>();
  private final NavigableMap<Place, Message> all = new TreeMap<>();
  private final NavigableMap<Place, Message> visible = new TreeMap<>();
  private final NavigableSet<Hidden> hidden = new TreeSet<>();
  private long next;

  /** Adds a message, or puts it in the place of the one with its id. */
  void put(Message message) {
    Place known = places.get(message.id());
    Place place = known == null ? new Place(message.sentAt(), next++) : known;
    if (known != null) {
      forget(place);
    }
    places.put(message.id(), place);
    all.put(place, message);
    // Shown by reveal, once it is due.
    hidden.add(new Hidden(message.visibleAt(), place));
  }

  private void forget(Place place) {
    Message before = all.remove(place);
    visible.remove(place);
    if (before != null) {
      hidden.remove(new Hidden(before.visibleAt(), place));
    }
  }

  Optional<Message> get(String id) {
    return Optional.ofNullable(places.get(id)).map(all::get);
  }

  /** Removes a message if it still is as it is given. */
  boolean remove(Message message) {
    Place place = places.get(message.id());
    if (place == null || !message.equals(all.get(place))) {
      return false;
    }
    places.remove(message.id());
    forget(place);
    return true;
  }

  /** Returns the messages that can be received, the oldest first; it does not follow changes. */
  Iterable<Message> visible(Instant now) {
    reveal(now);
    return visible.values();
  }

  /** Returns how many messages can be received. */
  int countVisible(Instant now) {
    reveal(now);
    return visible.size();
  }

  private void reveal(Instant now) {
    while (!hidden.isEmpty() && !hidden.first().until().isAfter(now)) {
      Place place = hidden.removeFirst().place();
      Optional.ofNullable(all.get(place)).ifPresent(message -> visible.put(place, message));
    }
  }

  /** Removes the messages that were sent before a time, and returns them. */
  List<Message> removeOlder(Instant time) {
    List<Message> removed = new ArrayList<>();
    while (!all.isEmpty() && all.firstKey().sentAt().isBefore(time)) {
      Message oldest = all.firstEntry().getValue();
      removed.add(oldest);
      var _ = remove(oldest);
    }
    return removed;
  }

  /** Returns all messages, the oldest first. */
  Collection<Message> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  void clear() {
    places.clear();
    all.clear();
    visible.clear();
    hidden.clear();
  }
}
