package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Profile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of one profile. Its numbers and sets are named after the time that they are about, so
 * that adding to them needs no read:
 *
 * <ul>
 *   <li>{@code n} + code of the point + minute: how many signals, a number;
 *   <li>{@code w} + number of 64 half hours: which of them had signals, a set of 0 to 63;
 *   <li>{@code q} + half hour: the ids counted in it, a set of six bytes each.
 * </ul>
 *
 * Times in names are whole numbers since the epoch in base 36.
 */
record ProfileItem(Map<String, AttributeValue> item) {
  private static final int RADIX = 36;
  private static final long HALF_HOURS_PER_SET = 64;
  private static final String MINUTE = "n";
  private static final String HALF_HOURS = "w";
  private static final String IDS = "q";

  static String minuteName(DetectionPoint point, long minute) {
    return MINUTE + DetectionPointCode.of(point) + Long.toString(minute, RADIX);
  }

  static String halfHoursName(long halfHour) {
    return HALF_HOURS + Long.toString(Math.floorDiv(halfHour, HALF_HOURS_PER_SET), RADIX);
  }

  static String halfHourMember(long halfHour) {
    return Long.toString(Math.floorMod(halfHour, HALF_HOURS_PER_SET));
  }

  static String idsName(long halfHour) {
    return IDS + Long.toString(halfHour, RADIX);
  }

  static SdkBytes shortId(SignalId id) {
    return ShortId.of(id.text());
  }

  Set<SdkBytes> ids(long halfHour) {
    AttributeValue set = item.get(idsName(halfHour));
    return set == null ? Set.of() : new HashSet<>(set.bs());
  }

  Profile profile(Subject subject) {
    Map<Long, Map<DetectionPoint, Long>> counts = new HashMap<>();
    Set<Long> halfHours = new HashSet<>();
    item.forEach(
        (name, value) -> {
          if (name.startsWith(MINUTE)) {
            counts
                .computeIfAbsent(minute(name), _ -> new EnumMap<>(DetectionPoint.class))
                .put(point(name), Long.parseLong(value.n()));
          } else if (name.startsWith(HALF_HOURS)) {
            long base = time(name, HALF_HOURS.length()) * HALF_HOURS_PER_SET;
            value.ns().forEach(member -> halfHours.add(base + Long.parseLong(member)));
          }
        });
    return new Profile(subject, counts, halfHours);
  }

  /** Names of attributes that no profile made from this item, now or later, can contain. */
  List<String> stale() {
    long newest =
        item.keySet().stream()
            .filter(name -> name.startsWith(MINUTE))
            .mapToLong(ProfileItem::minute)
            .max()
            .orElse(0);
    long newestHalfHour = newest / 30;
    return item.keySet().stream().filter(name -> old(name, newest, newestHalfHour)).toList();
  }

  private static boolean old(String name, long newestMinute, long newestHalfHour) {
    if (name.startsWith(MINUTE)) {
      return newestMinute - minute(name) >= Profile.MINUTES_KEPT;
    }
    if (name.startsWith(HALF_HOURS)) {
      long last = (time(name, HALF_HOURS.length()) + 1) * HALF_HOURS_PER_SET - 1;
      return newestHalfHour - last >= Profile.HALF_HOURS_KEPT;
    }
    return name.startsWith(IDS)
        && newestHalfHour - time(name, IDS.length()) > Profile.MINUTES_KEPT / 30;
  }

  private static long minute(String name) {
    return time(name, MINUTE.length() + DetectionPointCode.LENGTH);
  }

  private static DetectionPoint point(String name) {
    return DetectionPointCode.point(
        name.substring(MINUTE.length(), MINUTE.length() + DetectionPointCode.LENGTH));
  }

  private static long time(String name, int from) {
    return Long.parseLong(name.substring(from), RADIX);
  }
}
