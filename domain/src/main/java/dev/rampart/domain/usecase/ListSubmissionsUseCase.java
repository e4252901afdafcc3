package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.ListSubmissions;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.submission.Page;

/** {@link ListSubmissions} over a store. */
public record ListSubmissionsUseCase(SubmissionStore submissions) implements ListSubmissions {

  @Override
  public Page list(Command command) {
    return submissions.list(command.caller(), command.status(), command.after(), command.size());
  }
}
