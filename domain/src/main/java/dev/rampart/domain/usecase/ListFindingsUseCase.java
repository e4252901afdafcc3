package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.port.in.ListFindings;
import dev.rampart.domain.port.out.FindingQueries;

/** {@link ListFindings} over a store. */
public record ListFindingsUseCase(FindingQueries findings) implements ListFindings {

  @Override
  public FindingPage list(Command command) {
    return findings.list(command.filter(), command.after(), command.size());
  }
}
