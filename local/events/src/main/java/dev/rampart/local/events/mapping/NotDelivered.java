package dev.rampart.local.events.mapping;

/** Why a queue's messages cannot be taken to its function at present. */
public final class NotDelivered extends Exception {
  private static final long serialVersionUID = 1L;

  NotDelivered(String reason) {
    super(reason);
  }
}
