package dev.rampart.local.firewall.field;

import java.util.Map;

/** What a statement does with a component that is too large to be inspected whole. */
public enum Oversize {
  CONTINUE,
  MATCH,
  NO_MATCH;

  static final Map<String, Oversize> BY_NAME =
      Map.of("CONTINUE", CONTINUE, "MATCH", MATCH, "NO_MATCH", NO_MATCH);
}
