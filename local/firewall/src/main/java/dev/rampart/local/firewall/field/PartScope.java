package dev.rampart.local.firewall.field;

import java.util.Map;

/** Which parts of headers, cookies or JSON a statement inspects. */
public enum PartScope {
  ALL,
  KEY,
  VALUE;

  static final Map<String, PartScope> BY_NAME = Map.of("ALL", ALL, "KEY", KEY, "VALUE", VALUE);

  /** Says whether keys are inspected. */
  boolean hasKeys() {
    return this != VALUE;
  }

  /** Says whether values are inspected. */
  boolean hasValues() {
    return this != KEY;
  }
}
