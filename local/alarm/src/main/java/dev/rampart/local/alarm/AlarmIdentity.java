package dev.rampart.local.alarm;

import java.util.List;

/**
 * What all alarms have.
 *
 * @param actionsEnabled whether its actions are taken from the start
 * @param alarmActions the ARNs of topics, as are those for the other states
 */
public record AlarmIdentity(
    String name,
    String arn,
    String description,
    boolean actionsEnabled,
    List<String> okActions,
    List<String> alarmActions,
    List<String> insufficientDataActions) {
  public AlarmIdentity {
    okActions = List.copyOf(okActions);
    alarmActions = List.copyOf(alarmActions);
    insufficientDataActions = List.copyOf(insufficientDataActions);
  }

  /** Returns what is done on coming to a state. */
  List<String> actions(StateValue state) {
    return switch (state) {
      case OK -> okActions;
      case ALARM -> alarmActions;
      case INSUFFICIENT_DATA -> insufficientDataActions;
    };
  }

  /** Returns whether a rule that names an alarm means this one. */
  boolean isNamed(String nameOrArn) {
    return name.equals(nameOrArn) || arn.equals(nameOrArn);
  }
}
