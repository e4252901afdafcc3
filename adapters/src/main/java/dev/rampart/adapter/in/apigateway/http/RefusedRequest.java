package dev.rampart.adapter.in.apigateway.http;

/**
 * Ends the reading of a request that is refused. The router answers with the refusal. It has no
 * stack trace: a refusal is part of normal use.
 */
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedRequest(Refusal refusal) {
    super(refusal.problem().shortName(), null, false, false);
    this.refusal = refusal;
  }

  /** Returns what the client is told. */
  public Refusal refusal() {
    return refusal;
  }
}
