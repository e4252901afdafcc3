package dev.rampart.domain.port.out;

final class InMemoryStateStoreTest implements StateStoreContract {
  @Override
  public StateStore newStateStore() {
    return new InMemoryStateStore();
  }
}
