package dev.rampart.domain.port.out;

final class InMemoryOperatorAddressesTest implements OperatorAddressesContract {
  @Override
  public OperatorAddresses newOperatorAddresses() {
    return new InMemoryOperatorAddresses();
  }
}
