package dev.rampart.domain.port.out;

final class InMemoryProfileStoreTest implements ProfileStoreContract {
  @Override
  public ProfileStore newProfileStore() {
    return new InMemoryProfileStore();
  }
}
