package dev.rampart.domain.detection;

import java.util.Locale;

/** How severe a finding is, mildest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** Returns the name in events and metrics. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
