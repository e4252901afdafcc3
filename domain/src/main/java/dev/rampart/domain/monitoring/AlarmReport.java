package dev.rampart.domain.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * An alarm as it stands.
 *
 * @param title what it means that it rings
 * @param since when it came to this state
 * @param reason what brought it there
 * @param runbook the path of the page in the repository that says what to do
 */
public record AlarmReport(
    String name,
    String title,
    AlarmLevel level,
    Instant since,
    String reason,
    Optional<String> runbook) {
  /** Longest title and longest reason, in characters. */
  public static final int TEXT_LENGTH_MAX = 500;
}
