package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.UpdateGate;
import dev.rampart.domain.port.out.UpdateGateContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbUpdateGateTest implements UpdateGateContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public UpdateGate newUpdateGate() {
    return new DynamoDbUpdateGate(tables.client, tables.createPlain());
  }
}
