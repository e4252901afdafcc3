package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What happened to alarms: the last {@value #ENTRIES_MAX} entries. */
final class AlarmHistory {
  private static final int ENTRIES_MAX = 1_000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /**
   * One entry.
   *
   * @param type {@code StateUpdate}, {@code Action} or {@code ConfigurationUpdate}
   * @param data a JSON document
   */
  record Entry(AlarmSettings alarm, Instant at, String type, String summary, String data) {}

  void changed(StateChange change) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", "1.0");
    data.set("oldState", state(change.before()));
    data.set("newState", state(change.after()));
    add(
        new Entry(
            change.alarm(),
            change.after().at(),
            "StateUpdate",
            "Alarm updated from " + change.before().value() + " to " + change.after().value(),
            data.toString()));
  }

  private static ObjectNode state(AlarmState state) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("stateValue", state.value().name())
        .put("stateReason", state.reason());
  }

  /**
   * An action was carried out.
   *
   * @param refusal why it failed; empty if it did not
   */
  void acted(AlarmSettings alarm, String topic, Optional<String> refusal, Instant at) {
    ObjectNode data =
        JsonNodeFactory.instance
            .objectNode()
            .put("actionState", refusal.isEmpty() ? "Succeeded" : "Failed")
            .put("notificationResource", topic);
    refusal.ifPresent(reason -> data.put("error", reason));
    String summary =
        refusal
            .map(reason -> "Failed to execute action " + topic + ". Received error: " + reason)
            .orElse("Successfully executed action " + topic);
    add(new Entry(alarm, at, "Action", summary, data.toString()));
  }

  void configured(AlarmSettings alarm, boolean enabled, Instant at) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("actionsEnabled", enabled);
    String name = alarm.identity().name();
    add(
        new Entry(
            alarm, at, "ConfigurationUpdate", "Alarm \"" + name + "\" updated", data.toString()));
  }

  private void add(Entry entry) {
    if (entries.size() == ENTRIES_MAX) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** Returns all entries, oldest first. */
  List<Entry> all() {
    return List.copyOf(entries);
  }
}
