package dev.rampart.domain.port.out;

final class InMemoryDeadLetterQueuesTest implements DeadLetterQueuesContract {
  @Override
  public FillableQueues newQueues() {
    return new InMemoryDeadLetterQueues();
  }
}
