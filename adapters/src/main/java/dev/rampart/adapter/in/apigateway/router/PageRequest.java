package dev.rampart.adapter.in.apigateway.router;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import dev.rampart.domain.common.PageSize;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which page of a list a client asks for, by the query parameters {@code limit} and {@code cursor}.
 *
 * @param after the position that the page follows; empty for the first page
 */
public record PageRequest<T>(Optional<T> after, PageSize size) {

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");

  /**
   * Reads the query of a list.
   *
   * @param list names list and filter, to which a cursor is bound
   * @throws RefusedRequest if a parameter is malformed, or the cursor is not one of this list
   */
  public static <T> PageRequest<T> read(
      ProxyEvent event, String list, Caller caller, CursorCodec<T> cursors) {
    Query query = new Query(event);
    PageSize size = query.value("limit").map(PageRequest::size).orElse(PageSize.DEFAULT);
    Optional<T> after =
        query
            .value("cursor")
            .map(cursor -> cursors.read(cursor, list, caller).orElseThrow(PageRequest::invalid));
    return new PageRequest<>(after, size);
  }

  private static PageSize size(String limit) {
    if (LIMIT.matcher(limit).matches() && Integer.parseInt(limit) <= PageSize.MAX) {
      return new PageSize(Integer.parseInt(limit));
    }
    throw new RefusedRequest(
        CommonProblem.INVALID_QUERY.because(
            "The parameter `limit` must be a whole number from 1 to " + PageSize.MAX + "."));
  }

  private static RefusedRequest invalid() {
    return new RefusedRequest(
        CommonProblem.INVALID_CURSOR.because(
            "The cursor was changed, has expired or is of another list. Send nextCursor as it came,"
                + " with the same parameters, within an hour; or start again without it."));
  }
}
