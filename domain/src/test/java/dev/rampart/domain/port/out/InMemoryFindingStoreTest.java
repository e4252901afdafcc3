package dev.rampart.domain.port.out;

final class InMemoryFindingStoreTest implements FindingStoreContract {
  @Override
  public FindingStore newFindingStore() {
    return new InMemoryFindingStore();
  }
}
