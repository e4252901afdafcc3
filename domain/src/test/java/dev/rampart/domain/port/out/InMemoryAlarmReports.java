package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.AlarmLevel;
import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.port.out.AlarmReportsContract.RingableAlarms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link AlarmReports} in a map. */
public final class InMemoryAlarmReports implements AlarmReports, RingableAlarms {
  private final Map<String, AlarmReport> alarms = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private boolean broken;
  private boolean complete = true;

  /** From now on nothing answers. */
  public void breakDown() {
    broken = true;
  }

  /** From now on there are alarms that are not told. */
  public void tellSome() {
    complete = false;
  }

  @Override
  public String add(String title, String runbook) {
    String name = "alarm-" + alarms.size();
    alarms.put(name, new AlarmReport(name, title, AlarmLevel.OK, now, "new", Optional.of(runbook)));
    return name;
  }

  @Override
  public String addComposite(String title, String runbook) {
    return add(title, runbook);
  }

  @Override
  public void set(String name, AlarmLevel level, String reason) {
    now = now.plusSeconds(1);
    alarms.computeIfPresent(
        name,
        (_, alarm) -> new AlarmReport(name, alarm.title(), level, now, reason, alarm.runbook()));
  }

  @Override
  public AlarmReports reports() {
    return this;
  }

  @Override
  public Reading read() {
    if (broken) {
      throw new PortUnavailable("the alarms do not answer");
    }
    return new Reading(List.copyOf(alarms.values()), complete);
  }
}
