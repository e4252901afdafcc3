package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.FindingStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbFindingStoreTest implements FindingStoreContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public FindingStore newFindingStore() {
    return new DynamoDbFindingStore(tables.client, tables.createDetection());
  }
}
