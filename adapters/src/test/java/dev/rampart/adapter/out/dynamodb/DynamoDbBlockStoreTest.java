package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.BlockStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbBlockStoreTest implements BlockStoreContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public BlockStore newBlockStore() {
    return new DynamoDbBlockStore(tables.client, tables.createPlain());
  }
}
