package dev.rampart.domain.port.out;

final class InMemoryNotificationBudgetTest implements NotificationBudgetContract {
  @Override
  public NotificationBudget newNotificationBudget() {
    return new InMemoryNotificationBudget();
  }
}
