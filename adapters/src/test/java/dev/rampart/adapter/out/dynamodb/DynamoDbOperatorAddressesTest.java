package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.OperatorAddresses;
import dev.rampart.domain.port.out.OperatorAddressesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbOperatorAddressesTest implements OperatorAddressesContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public OperatorAddresses newOperatorAddresses() {
    return new DynamoDbOperatorAddresses(tables.client, tables.createPlain());
  }
}
