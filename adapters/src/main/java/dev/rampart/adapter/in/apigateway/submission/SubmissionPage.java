package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.router.Caller;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.PageRequest;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The page of a list of submissions that a client asks for.
 *
 * @param list names list and filter, to which a cursor is bound
 * @param status empty for submissions of any status
 */
record SubmissionPage(String list, Optional<Status> status, PageRequest<Position> page) {

  static final Set<String> PARAMETERS = Set.of("limit", "cursor", "status");

  /**
   * Reads the query of a list.
   *
   * @throws RefusedRequest if a parameter is malformed
   */
  static SubmissionPage read(
      ProxyEvent event, String name, Caller caller, CursorCodec<Position> cursors) {
    Optional<Status> status = new Query(event).value("status").map(SubmissionPage::status);
    String list = name + ":" + status.map(Status::wireName).orElse("");
    return new SubmissionPage(list, status, PageRequest.read(event, list, caller, cursors));
  }

  Optional<Position> after() {
    return page.after();
  }

  PageSize size() {
    return page.size();
  }

  /** Returns the reply that holds the page found. */
  Reply reply(Page found, Caller caller, CursorCodec<Position> cursors) {
    return SubmissionJson.reply(
        found.submissions(), found.next().map(next -> cursors.write(next, list, caller)));
  }

  private static Status status(String value) {
    return Status.of(value)
        .orElseThrow(
            () ->
                new RefusedRequest(
                    CommonProblem.INVALID_QUERY.because(
                        "The parameter `status` must be one of "
                            + Arrays.stream(Status.values())
                                .map(Status::wireName)
                                .collect(Collectors.joining(", "))
                            + ".")));
  }
}
