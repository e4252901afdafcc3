package dev.rampart.local.gateway;

/** Reading a request ended: with a fault to answer. */
final class WireFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final EdgeFault fault;

  WireFault(EdgeFault fault) {
    super(fault.detail(), null, false, false);
    this.fault = fault;
  }

  EdgeFault fault() {
    return fault;
  }
}
