package dev.rampart.local.alarm.evaluation;

import dev.rampart.local.alarm.StateValue;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation of a metric alarm found.
 *
 * @param state empty if the alarm stays as it is
 * @param points the evaluation range, oldest first
 */
public record AlarmOutcome(Optional<StateValue> state, List<Point> points) {
  public AlarmOutcome {
    points = List.copyOf(points);
  }
}
