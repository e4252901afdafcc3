package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.ListReviewQueue;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;

/** GET /v1/review-queue. Without a status, it lists what waits for a review. */
record ReviewQueueHandler(ListReviewQueue useCase, CursorCodec<Position> cursors)
    implements EndpointHandler {

  /** Binds cursors to this list: another name makes those that clients hold invalid. */
  private static final String LIST = "REVIEW_QUEUE";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    SubmissionPage page = SubmissionPage.read(event, LIST, caller, cursors);
    ListReviewQueue.Command command =
        new ListReviewQueue.Command(
            page.status().orElse(Status.RECEIVED), page.after(), page.size());
    return page.reply(useCase.list(command), caller, cursors);
  }
}
