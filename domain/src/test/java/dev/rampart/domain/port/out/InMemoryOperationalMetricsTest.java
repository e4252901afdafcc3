package dev.rampart.domain.port.out;

final class InMemoryOperationalMetricsTest implements OperationalMetricsContract {
  @Override
  public CountingServices newServices() {
    return new InMemoryOperationalMetrics();
  }
}
