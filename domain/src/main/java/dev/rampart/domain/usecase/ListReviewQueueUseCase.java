package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.ListReviewQueue;
import dev.rampart.domain.port.out.ReviewQueue;
import dev.rampart.domain.submission.Page;

/** {@link ListReviewQueue} over the queue. */
public record ListReviewQueueUseCase(ReviewQueue queue) implements ListReviewQueue {

  @Override
  public Page list(Command command) {
    return queue.list(command.status(), command.after(), command.size());
  }
}
