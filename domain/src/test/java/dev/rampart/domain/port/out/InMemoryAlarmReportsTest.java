package dev.rampart.domain.port.out;

final class InMemoryAlarmReportsTest implements AlarmReportsContract {
  @Override
  public RingableAlarms newAlarms() {
    return new InMemoryAlarmReports();
  }
}
