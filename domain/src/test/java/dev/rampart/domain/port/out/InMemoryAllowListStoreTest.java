package dev.rampart.domain.port.out;

final class InMemoryAllowListStoreTest implements AllowListStoreContract {
  @Override
  public AllowListStore newAllowListStore() {
    return new InMemoryAllowListStore();
  }
}
