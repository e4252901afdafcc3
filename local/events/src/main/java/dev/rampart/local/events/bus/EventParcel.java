package dev.rampart.local.events.bus;

import dev.rampart.local.events.input.Delivered;
import dev.rampart.local.events.queue.Message;
import java.time.Instant;

/**
 * One event on its way to one target.
 *
 * @param event as JSON
 * @param since when the bus got it
 * @param stranded whether neither its target nor a dead-letter queue took it before
 */
record EventParcel(
    Rule rule, RuleTarget target, String event, Instant since, int retries, boolean stranded) {

  /** Returns what the target gets of it. */
  String input() {
    return target.input().of(new Delivered(event, rule.name(), rule.arn(), since));
  }

  long bytes() {
    return Message.OVERHEAD_BYTES + 2L * event.length();
  }

  EventParcel again() {
    return new EventParcel(rule, target, event, since, retries + 1, stranded);
  }

  EventParcel strand() {
    return new EventParcel(rule, target, event, since, retries, true);
  }
}
