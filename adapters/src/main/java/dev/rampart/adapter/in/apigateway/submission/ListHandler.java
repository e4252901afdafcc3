package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.Answer;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.port.in.ListSubmissions;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Position;

/** GET /v1/submissions. */
record ListHandler(ListSubmissions useCase, CursorCodec<Position> cursors)
    implements EndpointHandler {

  /** Binds cursors to this list: another name makes those that clients hold invalid. */
  private static final String LIST = "LIST";

  @Override
  public Answer answer(ProxyEvent event, Caller caller) {
    SubmissionPage page = SubmissionPage.read(event, LIST, caller, cursors);
    ListSubmissions.Command command =
        new ListSubmissions.Command(
            new Owner(caller.subject()), page.status(), page.after(), page.size());
    return page.reply(useCase.list(command), caller, cursors);
  }
}
