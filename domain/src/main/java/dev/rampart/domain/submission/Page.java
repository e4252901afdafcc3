package dev.rampart.domain.submission;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next the position after which the next page starts; empty on the last page
 */
public record Page(List<Submission> submissions, Optional<Position> next) {
  public Page {
    submissions = List.copyOf(submissions);
  }
}
