package dev.rampart.domain.port.out;

final class InMemoryFindingQueriesTest implements FindingQueriesContract {

  @Override
  public Pair newFindings() {
    InMemoryFindingStore both = new InMemoryFindingStore();
    return new Pair(both, both);
  }
}
