package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.PageSize;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of a list that a client asks for.
 *
 * @param list the name of list and filter, to which a cursor is bound
 */
record PageRequest(String list, Optional<Status> status, Optional<Position> after, PageSize size) {

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");

  /** Reads the query of a list. */
  static Checked<PageRequest> read(
      ProxyEvent event, Operation operation, Caller caller, Cursor cursors) {
    var query = new Query(event);
    return status(query)
        .then(
            status ->
                size(query)
                    .then(
                        size -> {
                          var list = operation + ":" + status.map(Status::code).orElse("");
                          return after(query, list, caller, cursors)
                              .then(
                                  after ->
                                      Checked.good(new PageRequest(list, status, after, size)));
                        }));
  }

  /** Returns the reply that holds this page. */
  Reply reply(Page page, Caller caller, Cursor cursors) {
    return SubmissionJson.reply(
        page.submissions(), page.next().map(next -> cursors.write(next, list, caller)));
  }

  private static Checked<Optional<Status>> status(Query query) {
    var value = query.value("status");
    var status = value.flatMap(Status::of);
    return status.isEmpty() && value.isPresent()
        ? Checked.bad(
            Problem.INVALID_QUERY.because(
                "status is one of "
                    + Arrays.stream(Status.values())
                        .map(Status::code)
                        .collect(Collectors.joining(", "))
                    + "."))
        : Checked.good(status);
  }

  private static Checked<PageSize> size(Query query) {
    var value = query.value("limit");
    if (value.isEmpty()) {
      return Checked.good(PageSize.DEFAULT);
    }
    return LIMIT.matcher(value.get()).matches() && Integer.parseInt(value.get()) <= PageSize.MAX
        ? Checked.good(new PageSize(Integer.parseInt(value.get())))
        : Checked.bad(
            Problem.INVALID_QUERY.because(
                "limit is a whole number from 1 to " + PageSize.MAX + "."));
  }

  private static Checked<Optional<Position>> after(
      Query query, String list, Caller caller, Cursor cursors) {
    var value = query.value("cursor");
    var position = value.flatMap(cursor -> cursors.read(cursor, list, caller));
    return position.isEmpty() && value.isPresent()
        ? Checked.bad(
            Problem.INVALID_CURSOR.because(
                "Send nextCursor of a page of this list as it came, with the same status,"
                    + " within an hour; or start again without it."))
        : Checked.good(position);
  }
}
