package dev.rampart.domain.detection;

/** How bad a finding is, mildest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
