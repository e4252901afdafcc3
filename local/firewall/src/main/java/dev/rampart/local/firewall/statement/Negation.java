package dev.rampart.local.firewall.statement;

/** A statement turned round. */
public record Negation(RuleStatement statement) implements RuleStatement {
  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return !statement.matches(evaluation);
  }

  @Override
  public int capacity() {
    return statement.capacity();
  }
}
