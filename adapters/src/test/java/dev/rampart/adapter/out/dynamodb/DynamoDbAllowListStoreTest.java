package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.AllowListStore;
import dev.rampart.domain.port.out.AllowListStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbAllowListStoreTest implements AllowListStoreContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public AllowListStore newAllowListStore() {
    return new DynamoDbAllowListStore(tables.client, tables.createPlain());
  }
}
