package dev.rampart.local.host.queue;

import java.io.IOException;

/** Why a queue's messages cannot be taken to its function at present. */
final class NotDelivered extends IOException {
  private static final long serialVersionUID = 1L;

  NotDelivered(String reason) {
    super(reason);
  }
}
