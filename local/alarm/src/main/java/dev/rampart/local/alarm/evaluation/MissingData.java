package dev.rampart.local.alarm.evaluation;

import dev.rampart.local.alarm.StateValue;
import java.util.List;
import java.util.Optional;

/** How an alarm treats data points that are missing, by CloudWatch's names. */
public enum MissingData {
  MISSING("missing", "Missing"),
  IGNORE("ignore", "Ignored"),
  BREACHING("breaching", "Breaching"),
  NOT_BREACHING("notBreaching", "NonBreaching");

  private final String setting;
  private final String shown;

  MissingData(String setting, String shown) {
    this.setting = setting;
    this.shown = shown;
  }

  /** Returns the name in the settings of an alarm. */
  public String setting() {
    return setting;
  }

  /** Returns the name in the reason of a state. */
  String shown() {
    return shown;
  }

  /**
   * Returns the state that follows from the data points of the evaluation range; empty if the alarm
   * stays as it is. The rules are those of the page "Configuring how CloudWatch alarms treat
   * missing data", of which the tables are test cases:
   *
   * <ul>
   *   <li>If the range has as many real points as there are evaluation periods, the latest of them
   *       decide, and missing ones do not matter.
   *   <li>Else the missing ones are filled in. When they count for nothing, one non-breaching point
   *       is enough for OK; breaching ones alone are an alarm if the oldest of them is at least as
   *       far back as there are points to alarm.
   * </ul>
   *
   * @param points the range, oldest first
   * @param periods the evaluation periods
   * @param toAlarm how many points have to breach
   */
  public Optional<StateValue> state(List<Point> points, int periods, int toAlarm) {
    List<Point> real = points.stream().filter(point -> !point.isMissing()).toList();
    if (real.size() >= periods) {
      List<Point> latest = real.subList(real.size() - periods, real.size());
      return Optional.of(alarmIf(breaching(latest) >= toAlarm));
    }
    int filled = this == BREACHING ? periods - real.size() : 0;
    if (breaching(real) + filled >= toAlarm) {
      return Optional.of(StateValue.ALARM);
    }
    if (this == BREACHING || this == NOT_BREACHING || breaching(real) < real.size()) {
      return Optional.of(StateValue.OK);
    }
    if (this == IGNORE) {
      return Optional.empty();
    }
    return Optional.of(
        !real.isEmpty() && points.size() - points.indexOf(real.getFirst()) >= toAlarm
            ? StateValue.ALARM
            : StateValue.INSUFFICIENT_DATA);
  }

  private static StateValue alarmIf(boolean breaches) {
    return breaches ? StateValue.ALARM : StateValue.OK;
  }

  private static int breaching(List<Point> points) {
    return (int) points.stream().filter(Point::breaches).count();
  }
}
