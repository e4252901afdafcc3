package dev.rampart.local.identity.web;

/** A request that is not well formed; the message may be shown to who sent it. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message, null, false, false);
  }
}
