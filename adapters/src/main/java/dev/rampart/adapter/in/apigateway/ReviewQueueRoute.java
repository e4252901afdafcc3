package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.port.in.ListReviewQueue;
import dev.rampart.domain.submission.Status;

/** GET /v1/review-queue. Without a status, what waits for a review. */
record ReviewQueueRoute(ListReviewQueue useCase, Cursor cursors) implements Route {

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    return PageRequest.read(event, Operation.REVIEW_QUEUE, caller, cursors)
        .answer(
            request -> {
              var command =
                  new ListReviewQueue.Command(
                      request.status().orElse(Status.RECEIVED), request.after(), request.size());
              return request.reply(useCase.list(command), caller, cursors);
            });
  }
}
