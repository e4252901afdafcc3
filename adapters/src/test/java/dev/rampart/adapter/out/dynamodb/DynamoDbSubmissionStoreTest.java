package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.ReviewQueueContract;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStoreContract;
import org.junit.jupiter.api.AfterAll;

final class DynamoDbSubmissionStoreTest implements SubmissionStoreContract, ReviewQueueContract {
  private static final TestTables TABLES = new TestTables();

  @AfterAll
  static void close() {
    TABLES.close();
  }

  @Override
  public SubmissionStore newStore(MovableClock clock) {
    return new DynamoDbSubmissionStore(TABLES.client, TABLES.createSubmissions(), clock);
  }

  @Override
  public Ports newPorts(MovableClock clock) {
    String table = TABLES.createSubmissions();
    return new Ports(
        new DynamoDbSubmissionStore(TABLES.client, table, clock),
        new DynamoDbReviewQueue(TABLES.client, table, clock));
  }
}
