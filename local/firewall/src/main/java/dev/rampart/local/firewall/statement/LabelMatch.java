package dev.rampart.local.firewall.statement;

/**
 * Looks for a label that a rule before has added.
 *
 * @param key the whole label, or the whole namespace with its last colon
 */
public record LabelMatch(String key, boolean isNamespace) implements RuleStatement {
  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return isNamespace
        ? evaluation.labels().stream().anyMatch(label -> label.startsWith(key))
        : evaluation.labels().contains(key);
  }

  @Override
  public int capacity() {
    return 1;
  }
}
