package dev.rampart.domain.port.out;

final class InMemorySubmissionStoreTest implements SubmissionStoreContract, ReviewQueueContract {

  @Override
  public SubmissionStore newStore(MovableClock clock) {
    return new InMemorySubmissionStore(clock);
  }

  @Override
  public Ports newPorts(MovableClock clock) {
    InMemorySubmissionStore store = new InMemorySubmissionStore(clock);
    return new Ports(store, store);
  }
}
