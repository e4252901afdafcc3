package dev.rampart.domain.submission;

/** What a reviewer can say. */
public enum Decision {
  ACCEPT,
  REJECT
}
