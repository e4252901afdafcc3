package dev.rampart.domain.port.out;

final class InMemoryBlockStoreTest implements BlockStoreContract {
  @Override
  public BlockStore newBlockStore() {
    return new InMemoryBlockStore();
  }
}
