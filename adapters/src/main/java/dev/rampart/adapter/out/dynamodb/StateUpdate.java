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
 * <p>All it does is {@code ADD}, so updates commute. The condition names every id, in the set of
 * the half hour that the observation lies in: a repeated one meets its own set, however late it
 * comes. A set that would grow beyond its bound is neither checked nor written any more.
 */
final class StateUpdate {
  /** Most observations in one update; keeps the condition below 300 operators. */
  static final int OBSERVATIONS_MAX = SubjectState.IDS_MAX;

  private static final Duration KEPT = Duration.ofDays(3);

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> additions = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  private StateUpdate(Collection<Cell> cells, long newestMillis) {
    for (Cell cell : cells) {
      addition(placeholder(cell.name()), value(StateItem.value(cell)));
    }
    long expires = newestMillis / 1_000 + KEPT.toSeconds();
    values.put(":x", Attributes.number(expires));
  }

  /**
   * Prepares the update of a subject.
   *
   * @param observations distinct, and none of them known to {@code stored}
   * @param stored the item as it was last seen, perhaps empty
   */
  static StateUpdate of(Collection<Observation> observations, StateItem stored) {
    long newest = observations.stream().mapToLong(Observation::timeMillis).max().orElseThrow();
    StateUpdate update = new StateUpdate(SubjectState.of(observations).cellList(), newest);
    Map<Long, Set<SdkBytes>> ids = new TreeMap<>();
    for (Observation observation : observations) {
      ObservationId id = observation.observationId();
      ids.computeIfAbsent(id.halfHour(), _ -> new LinkedHashSet<>()).add(StateItem.idBytes(id));
    }
    ids.forEach((halfHour, some) -> update.guard(halfHour, some, stored));
    return update;
  }

  /** Prepares the update of a group, which is never refused. */
  static StateUpdate of(Collection<Cell> cells, long newestMillis) {
    return new StateUpdate(cells, newestMillis);
  }

  private void guard(long halfHour, Set<SdkBytes> ids, StateItem stored) {
    int room = SubjectState.IDS_MAX - ids.size();
    if (stored.ids(halfHour).size() > room) {
      return;
    }
    String set = placeholder(StateItem.idsName(halfHour));
    addition(set, value(AttributeValue.fromBs(List.copyOf(ids))));
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
