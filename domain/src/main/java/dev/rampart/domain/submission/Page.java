package dev.rampart.domain.submission;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next where the following page starts, exclusively; empty on the last page
 */
public record Page(List<Submission> submissions, Optional<Position> next) {
  public Page {
    submissions = List.copyOf(submissions);
  }
}
