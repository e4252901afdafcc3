package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.state.Cell;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.ObservationId;
import dev.rampart.domain.detection.state.SubjectState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The one update that adds some cells to a state and, for a subject, is refused if it would add an
 * observation twice.
 *
 * <p>All it does to what is read is {@code ADD}, so updates commute. The condition names every id,
 * in the set of the half hour that the observation lies in: a repeated one meets its own set,
 * however late it comes. A set that is full is neither checked nor written any more. What the
 * additions make obsolete is removed by the same update.
 */
final class StateUpdate {
  /** Most observations in one update; keeps the condition below 300 operators. */
  static final int OBSERVATIONS_MAX = 2 * SubjectState.IDS_MAX;

  /** So many half hours whose ids are forgotten are removed, if they are still there. */
  private static final int HALF_HOURS_REMOVED = 4;

  private static final Duration KEPT = Duration.ofDays(3);

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> additions = new ArrayList<>();
  private final Set<String> outdated = new LinkedHashSet<>();
  private final List<String> conditions = new ArrayList<>();

  private StateUpdate(Collection<Cell> cells, long newestMillis) {
    for (Cell cell : cells) {
      addition(placeholder(cell.storedName()), value(StateItem.value(cell)));
      outdated.addAll(cell.outdatedNames());
    }
    long expires = newestMillis / 1_000 + KEPT.toSeconds();
    values.put(":x", Attributes.number(expires));
  }

  /**
   * Prepares the update of a subject.
   *
   * @param observations distinct, and none of them known to {@code stored}
   * @param stored the item as it was last seen, perhaps empty
   * @param bounds what the subject is known to have no more room for
   */
  static StateUpdate of(
      Collection<Observation> observations, StateItem stored, StateBounds bounds) {
    long newest = observations.stream().mapToLong(Observation::timeMillis).max().orElseThrow();
    List<Cell> cells = SubjectState.of(observations).cellList();
    StateUpdate update =
        new StateUpdate(
            bounds.isLarge() ? cells.stream().filter(cell -> !cell.mayGrowLarge()).toList() : cells,
            newest);
    Map<Long, Set<SdkBytes>> ids = new TreeMap<>();
    for (Observation observation : observations) {
      ObservationId id = observation.observationId();
      ids.computeIfAbsent(id.halfHour(), _ -> new LinkedHashSet<>()).add(StateItem.idBytes(id));
    }
    long newestHalfHour = ids.keySet().stream().mapToLong(halfHour -> halfHour).max().orElseThrow();
    long kept = newestHalfHour - SubjectState.HALF_HOURS_WITH_IDS;
    for (long halfHour = kept - HALF_HOURS_REMOVED + 1; halfHour <= kept; halfHour++) {
      update.outdated.add(StateItem.idsName(halfHour));
    }
    ids.forEach(
        (halfHour, some) -> {
          if (halfHour > kept && !bounds.isFull(halfHour)) {
            update.guard(halfHour, some, stored);
          }
        });
    return update;
  }

  /** Prepares the update of a group, which is never refused. */
  static StateUpdate of(Collection<Cell> cells, long newestMillis) {
    return new StateUpdate(cells, newestMillis);
  }

  /** Adds as many ids as there is room for, and has the update refused if one is there. */
  private void guard(long halfHour, Set<SdkBytes> all, StateItem stored) {
    int free = SubjectState.IDS_MAX - stored.ids(halfHour).size();
    if (free <= 0) {
      return;
    }
    List<SdkBytes> ids = all.stream().limit(free).toList();
    int room = SubjectState.IDS_MAX - ids.size();
    String set = placeholder(StateItem.idsName(halfHour));
    addition(set, value(AttributeValue.fromBs(ids)));
    String bound = value(Attributes.number(room));
    conditions.add("(attribute_not_exists(" + set + ") OR size(" + set + ") <= " + bound + ")");
    for (SdkBytes id : ids) {
      conditions.add("NOT contains(" + set + ", " + value(AttributeValue.fromB(id)) + ")");
    }
  }

  private void addition(String placeholder, String value) {
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
    String addition = "ADD " + String.join(", ", additions) + " SET expiresAt = :x";
    List<String> removals =
        outdated.stream()
            .filter(name -> !names.containsValue(name))
            .map(this::placeholder)
            .toList();
    return removals.isEmpty() ? addition : addition + " REMOVE " + String.join(", ", removals);
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
