package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.AlarmReport;
import java.util.List;

/** The alarms of the system. */
public interface AlarmReports {
  /** Most alarms that are told. */
  int ALARMS_MAX = 300;

  /**
   * Returns the alarms as they stand, in any order, {@link #ALARMS_MAX} at most.
   *
   * @throws PortUnavailable if they cannot be read
   */
  List<AlarmReport> list();
}
