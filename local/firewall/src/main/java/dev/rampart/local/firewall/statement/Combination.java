package dev.rampart.local.firewall.statement;

import java.util.List;

/** Statements joined by AND or OR. They are asked in their order, as far as is needed. */
public record Combination(boolean needsAll, List<RuleStatement> statements)
    implements RuleStatement {
  public Combination {
    statements = List.copyOf(statements);
  }

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return needsAll
        ? statements.stream().allMatch(each -> each.matches(evaluation))
        : statements.stream().anyMatch(each -> each.matches(evaluation));
  }

  @Override
  public int capacity() {
    return statements.stream().mapToInt(RuleStatement::capacity).sum();
  }
}
