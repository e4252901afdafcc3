package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.ReadSubmission;
import dev.rampart.domain.port.out.SubmissionStore;

/** {@link ReadSubmission} over a store. */
public record ReadSubmissionUseCase(SubmissionStore submissions) implements ReadSubmission {

  @Override
  public Result read(Command command) {
    return submissions
        .find(command.caller(), command.id())
        .<Result>map(Result.Found::new)
        .orElseGet(Result.NotFound::new);
  }
}
