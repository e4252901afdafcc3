package dev.rampart.local.protocol;

/** A service of AWS as its clients see it. Implementations are called by many threads at once. */
public interface AwsService {
  /** The largest answer of most operations, in bytes: a page of a table, for one. */
  int ANSWER_BYTES_MAX = 1024 * 1024;

  /** Says whether a request is meant for this service. */
  boolean serves(AwsRequest request);

  /** Answers a request that {@link #serves} took. Never throws for what a caller sent. */
  AwsReply answer(AwsRequest request);

  /**
   * Returns how large the answer to a request may become, in bytes. As many requests are worked on
   * at once as their bodies and answers have room.
   */
  default int answerBytesMax(AwsRequest request) {
    return ANSWER_BYTES_MAX;
  }

  /**
   * Returns whether the answer to a request may wait for something to happen, as long polling does.
   * Such requests have bodies of at most {@link AwsServer#WAITING_BODY_BYTES_MAX}.
   */
  default boolean mayWait(AwsRequest request) {
    return false;
  }
}
