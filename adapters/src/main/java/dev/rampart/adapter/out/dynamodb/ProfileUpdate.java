package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.detector.SignalCountDetector;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.state.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The one update that adds some signals to a profile, and is refused if it would add one twice.
 *
 * <p>All it does is {@code ADD}, so updates commute. The condition names every id, in the set of
 * the half hour that the signal lies in: a repeated signal meets its own set, however late it
 * comes. A set that would grow beyond its bound is neither checked nor written any more.
 */
final class ProfileUpdate {
  /** Most signals in one update; keeps the condition below 300 operators. */
  static final int SIGNALS_MAX = 64;

  /** Most ids in one set. */
  static final int IDS_MAX = SignalCountDetector.SIGNALS_MAX;

  private static final Duration KEPT = Duration.ofDays(3);

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> additions = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  /**
   * Prepares the update.
   *
   * @param signals distinct, and none of them known to {@code seen}
   * @param seen the item as it was last seen, perhaps empty
   */
  ProfileUpdate(List<Signal> signals, ProfileItem seen) {
    Map<String, Long> counts = new TreeMap<>();
    Map<Long, TreeMap<String, SdkBytes>> ids = new TreeMap<>();
    Map<String, TreeSet<String>> halfHours = new TreeMap<>();
    Instant newest = Instant.MIN;
    for (Signal signal : signals) {
      long halfHour = Profile.halfHour(signal.observedAt());
      counts.merge(
          ProfileItem.minuteName(signal.point(), Profile.minute(signal.observedAt())),
          1L,
          Math::addExact);
      ids.computeIfAbsent(halfHour, _ -> new TreeMap<>())
          .put(signal.id().text(), ProfileItem.shortId(signal.id()));
      halfHours
          .computeIfAbsent(ProfileItem.halfHoursName(halfHour), _ -> new TreeSet<>())
          .add(ProfileItem.halfHourMember(halfHour));
      newest = signal.observedAt().isAfter(newest) ? signal.observedAt() : newest;
    }
    counts.forEach((name, count) -> add(name, AttributeValue.fromN(Long.toString(count))));
    halfHours.forEach((name, members) -> add(name, AttributeValue.fromNs(List.copyOf(members))));
    ids.forEach((halfHour, some) -> guard(halfHour, List.copyOf(some.values()), seen));
    values.put(":x", AttributeValue.fromN(Long.toString(newest.plus(KEPT).getEpochSecond())));
  }

  private void guard(long halfHour, List<SdkBytes> ids, ProfileItem seen) {
    int room = IDS_MAX - ids.size();
    if (seen.ids(halfHour).size() > room) {
      return;
    }
    String set = placeholder(ProfileItem.idsName(halfHour));
    add(set, value(AttributeValue.fromBs(ids)));
    String bound = value(AttributeValue.fromN(Integer.toString(room)));
    conditions.add("(attribute_not_exists(" + set + ") OR size(" + set + ") <= " + bound + ")");
    for (SdkBytes id : ids) {
      conditions.add("NOT contains(" + set + ", " + value(AttributeValue.fromB(id)) + ")");
    }
  }

  private void add(String name, AttributeValue value) {
    add(placeholder(name), value(value));
  }

  private void add(String placeholder, String value) {
    additions.add(placeholder + " " + value);
  }

  private String placeholder(String name) {
    String placeholder = "#a" + names.size();
    names.put(placeholder, name);
    return placeholder;
  }

  private String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }

  String expression() {
    return "ADD " + String.join(", ", additions) + " SET expiresAt = :x";
  }

  /** Returns the condition; empty if there is nothing to check. */
  String condition() {
    return String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, AttributeValue> values() {
    return values;
  }
}
