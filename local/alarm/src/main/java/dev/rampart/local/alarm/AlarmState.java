package dev.rampart.local.alarm;

import java.time.Instant;

/**
 * The state of an alarm and why it is in it.
 *
 * @param reasonData a JSON document, or an empty text
 * @param at since when
 */
public record AlarmState(StateValue value, String reason, String reasonData, Instant at) {
  static final String CREATED = "Unchecked: Initial alarm creation";

  static AlarmState initial(Instant at) {
    return new AlarmState(StateValue.INSUFFICIENT_DATA, CREATED, "", at);
  }
}
