package dev.rampart.domain.port.out;

final class InMemoryRequestCounterTest implements RequestCounterContract {
  @Override
  public RequestCounter newRequestCounter() {
    return new InMemoryRequestCounter();
  }
}
