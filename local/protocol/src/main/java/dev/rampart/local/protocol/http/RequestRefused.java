package dev.rampart.local.protocol.http;

/** Thrown while a request is read, when it is refused. */
final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpFault fault;

  RequestRefused(HttpFault fault) {
    super(fault.detail(), null, false, false);
    this.fault = fault;
  }

  HttpFault fault() {
    return fault;
  }
}
