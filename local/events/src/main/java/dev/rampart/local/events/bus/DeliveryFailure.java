package dev.rampart.local.events.bus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why an event is given up.
 *
 * @param code of the page "Using dead-letter queues to process undelivered events"
 * @param exhausted what of the retry policy ended it; empty if it was not tried again
 */
record DeliveryFailure(String code, String reason, Optional<String> exhausted) {
  DeliveryFailure(String code, String reason) {
    this(code, reason, Optional.empty());
  }

  DeliveryFailure exhausted(String condition) {
    return new DeliveryFailure(code, reason, Optional.of(condition));
  }

  /** Returns the attributes of the message in the dead-letter queue. */
  Map<String, String> attributes(EventParcel parcel) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("RULE_ARN", parcel.rule().arn());
    attributes.put("TARGET_ARN", parcel.target().arn());
    attributes.put("ERROR_CODE", code);
    attributes.put("ERROR_MESSAGE", reason);
    exhausted.ifPresent(condition -> attributes.put("EXHAUSTED_RETRY_CONDITION", condition));
    attributes.put("RETRY_ATTEMPTS", Integer.toString(parcel.retries()));
    return attributes;
  }
}
