package dev.rampart.local.protocol;

import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.List;

/** A service of AWS as its clients see it. Implementations are called by many threads at once. */
public interface AwsService {
  /** The largest answer of most operations, in bytes: a page of a table, for one. */
  int ANSWER_BYTES_MAX = 1024 * 1024;

  /** Returns whether a request is meant for this service. */
  boolean serves(HttpRequest request);

  /** Answers a request that {@link #serves} took. Never throws for what a caller sent. */
  HttpResponse answer(HttpRequest request);

  /**
   * Returns what a request that {@link #serves} took would be authorised for on AWS; nothing if it
   * is not well-formed, or needs no permission.
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
