package dev.rampart.domain.port.out;

final class InMemoryUpdateGateTest implements UpdateGateContract {
  @Override
  public UpdateGate newUpdateGate() {
    return new InMemoryUpdateGate();
  }
}
