package dev.rampart.local.firewall.statement;

/**
 * Looks for a label that a rule before has added. As the page "Label match examples" of AWS WAF
 * says, a key that begins with {@code awswaf:} is the whole label, or the whole namespace; any
 * other one is the end of a label of the same web ACL or rule group, or namespaces in a row in it.
 *
 * @param prefix of the labels of the web ACL or rule group, with its last colon
 * @param key as the template has it; that of a namespace ends with a colon
 */
public record LabelMatch(String prefix, String key, boolean isNamespace) implements RuleStatement {
  private static final String WHOLE = "awswaf:";

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return evaluation.labels().stream().anyMatch(this::isMeant);
  }

  private boolean isMeant(String label) {
    if (key.startsWith(WHOLE)) {
      return isNamespace ? label.startsWith(key) : label.equals(key);
    }
    if (!label.startsWith(prefix)) {
      return false;
    }
    // With a colon before it, the key stands at the start of a name wherever it is found.
    String own = ":" + label.substring(prefix.length());
    return isNamespace ? own.contains(":" + key) : own.endsWith(":" + key);
  }

  @Override
  public int capacity() {
    return 1;
  }
}
