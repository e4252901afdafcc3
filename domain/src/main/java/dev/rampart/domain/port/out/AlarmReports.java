package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.AlarmReport;
import java.util.List;

/** The alarms of the system. */
public interface AlarmReports {
  /** Most alarms that are told. */
  int ALARMS_MAX = 300;

  /**
   * Reads the alarms as they stand.
   *
   * @throws PortUnavailable if they cannot be read
   */
  Reading read();

  /**
   * The alarms.
   *
   * @param alarms in any order, {@link #ALARMS_MAX} at most
   * @param complete whether there are no others
   */
  record Reading(List<AlarmReport> alarms, boolean complete) {
    public Reading {
      alarms = List.copyOf(alarms);
    }
  }
}
