package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** A service of AWS as its clients see it. Implementations are called by many threads at once. */
public interface AwsService {
  /** The largest answer of most operations, in bytes: a page of a table, for one. */
  int ANSWER_BYTES_MAX = 1024 * 1024;

  /** Returns whether a request is meant for this service. */
  boolean serves(HttpRequest request);

  /** Answers a request that {@link #serves} took. Never throws for what a caller sent. */
  HttpResponse answer(HttpRequest request);

  /** Answers a request that {@link #serves} took, if policies allow it to who makes it. */
  default HttpResponse answer(HttpRequest request, Authorisation authorisation) {
    Optional<String> caller = AwsCall.accessKeyId(request).filter(authorisation::binds);
    if (caller.isPresent()) {
      try {
        authorisation.require(caller.get(), actions(request));
      } catch (Authorisation.NotAuthorised e) {
        return denial(String.valueOf(e.getMessage()));
      }
    }
    return answer(request);
  }

  /** Returns the answer to a request that policies do not allow. */
  default HttpResponse denial(String message) {
    return refusal(new AwsError(403, "AccessDeniedException", message));
  }

  /** Returns the answer to a request that fails, in the protocol of the service. */
  default HttpResponse refusal(AwsError error) {
    return HttpResponse.json(
            error.status(),
            JsonNodeFactory.instance.objectNode().put("message", error.getMessage()))
        .with("x-amzn-ErrorType", error.code());
  }

  /**
   * Returns what a request that {@link #serves} took would be authorised for on AWS; nothing if it
   * needs no permission, or is refused whoever makes it: it is not well-formed, or names an
   * operation that is not there.
   */
  List<AwsAction> actions(HttpRequest request);

  /**
   * Returns how large the answer to a request may become, in bytes. As many requests are worked on
   * at once as their bodies and answers have room.
   */
  default int answerBytesMax(HttpRequest request) {
    return ANSWER_BYTES_MAX;
  }

  /**
   * Returns whether the answer to a request may wait for something to happen, as long polling does.
   * Such requests have bodies of at most {@link AwsServer#WAITING_BODY_BYTES_MAX}.
   */
  default boolean mayWait(HttpRequest request) {
    return false;
  }
}
