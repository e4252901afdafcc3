package dev.rampart.local.alarm.rule;

import dev.rampart.local.alarm.StateValue;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A part of the rule of a composite alarm. */
public sealed interface AlarmRule {

  /** {@code TRUE} or {@code FALSE}. */
  record Constant(boolean value) implements AlarmRule {}

  /**
   * Whether an alarm is in a state.
   *
   * @param alarm its name or ARN
   */
  record InState(StateValue state, String alarm) implements AlarmRule {}

  record Not(AlarmRule rule) implements AlarmRule {}

  record And(List<AlarmRule> rules) implements AlarmRule {
    public And {
      rules = List.copyOf(rules);
    }
  }

  record Or(List<AlarmRule> rules) implements AlarmRule {
    public Or {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Returns whether the rule holds.
   *
   * @param states the state of an alarm by its name or ARN
   */
  default boolean holds(Function<String, StateValue> states) {
    return switch (this) {
      case Constant(boolean value) -> value;
      case InState(StateValue state, String alarm) -> states.apply(alarm) == state;
      case Not(AlarmRule rule) -> !rule.holds(states);
      case And(List<AlarmRule> rules) -> rules.stream().allMatch(rule -> rule.holds(states));
      case Or(List<AlarmRule> rules) -> rules.stream().anyMatch(rule -> rule.holds(states));
    };
  }

  /** Adds the names or ARNs of the alarms that the rule asks for. */
  default void collect(Set<String> alarms) {
    switch (this) {
      case Constant _ -> {}
      case InState(_, String alarm) -> alarms.add(alarm);
      case Not(AlarmRule rule) -> rule.collect(alarms);
      case And(List<AlarmRule> rules) -> rules.forEach(rule -> rule.collect(alarms));
      case Or(List<AlarmRule> rules) -> rules.forEach(rule -> rule.collect(alarms));
    }
  }
}
