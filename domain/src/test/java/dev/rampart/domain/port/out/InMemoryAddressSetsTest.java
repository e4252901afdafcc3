package dev.rampart.domain.port.out;

final class InMemoryAddressSetsTest implements AddressSetsContract {
  @Override
  public AddressSets newAddressSets() {
    return new InMemoryAddressSets();
  }
}
