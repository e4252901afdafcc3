package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.port.out.NotificationBudget;
import dev.rampart.domain.port.out.NotificationBudgetContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbNotificationBudgetTest implements NotificationBudgetContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public NotificationBudget newNotificationBudget() {
    return new DynamoDbNotificationBudget(tables.client, tables.createPlain());
  }
}
