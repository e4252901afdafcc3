package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.BoundedText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The request that a signal is about; never its body, its query or its headers.
 *
 * @param route the template of the path, such as {@code /v1/submissions/{id}}
 * @param status the HTTP status that was answered
 * @param resourceId what the request was after: an id, an account, or a hash of a path
 */
public record RequestFacts(
    Optional<String> requestId,
    Optional<String> method,
    Optional<String> route,
    OptionalInt status,
    Optional<String> resourceId) {
  /** Longest text of any kind, in characters. */
  public static final int LENGTH_MAX = 256;

  public static final int STATUS_MIN = 100;
  public static final int STATUS_MAX = 599;

  private static final RequestFacts NONE =
      new RequestFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty());

  public RequestFacts {
    BoundedText.require("requestId", requestId, LENGTH_MAX);
    BoundedText.require("method", method, LENGTH_MAX);
    BoundedText.require("route", route, LENGTH_MAX);
    BoundedText.require("resourceId", resourceId, LENGTH_MAX);
    if (status.isPresent() && (status.getAsInt() < STATUS_MIN || status.getAsInt() > STATUS_MAX)) {
      throw new IllegalArgumentException("no HTTP status: " + status.getAsInt());
    }
  }

  /** Returns facts of which none is known; the {@code with} methods add those that are. */
  public static RequestFacts unknown() {
    return NONE;
  }

  public RequestFacts withRequestId(String known) {
    return new RequestFacts(Optional.of(known), method, route, status, resourceId);
  }

  public RequestFacts withMethod(String known) {
    return new RequestFacts(requestId, Optional.of(known), route, status, resourceId);
  }

  public RequestFacts withRoute(String known) {
    return new RequestFacts(requestId, method, Optional.of(known), status, resourceId);
  }

  public RequestFacts withStatus(int known) {
    return new RequestFacts(requestId, method, route, OptionalInt.of(known), resourceId);
  }

  public RequestFacts withResourceId(String known) {
    return new RequestFacts(requestId, method, route, status, Optional.of(known));
  }
}
