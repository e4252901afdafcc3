package dev.rampart.local.alarm;

/** The states of an alarm, by CloudWatch's names. */
public enum StateValue {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
