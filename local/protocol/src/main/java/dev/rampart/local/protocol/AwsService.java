package dev.rampart.local.protocol;

/** A service of AWS as its clients see it. Implementations are called by many threads at once. */
public interface AwsService {

  /** Says whether a request is meant for this service. */
  boolean serves(AwsRequest request);

  /** Answers a request that {@link #serves} took. Never throws for what a caller sent. */
  AwsReply answer(AwsRequest request);
}
