package dev.rampart.domain.submission;

/** What a reviewer can decide. */
public enum Decision {
  ACCEPT,
  REJECT
}
