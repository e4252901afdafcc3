package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.FindingQueriesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbFindingQueriesTest implements FindingQueriesContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public Pair newFindings() {
    String table = tables.createDetection();
    return new Pair(
        new DynamoDbFindingStore(tables.client, table),
        new DynamoDbFindingQueries(tables.client, table));
  }
}
