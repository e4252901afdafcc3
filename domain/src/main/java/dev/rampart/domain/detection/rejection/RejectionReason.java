package dev.rampart.domain.detection.rejection;

/** Why a log record, or a delivery of them as a whole, was rejected. */
public enum RejectionReason {
  /** It is not one JSON value. */
  NOT_JSON("not-json"),
  /** It is JSON, and not an object. */
  NOT_AN_OBJECT("not-an-object"),
  /** A member stands twice in an object: two readers would believe different ones. */
  DUPLICATE_MEMBER("duplicate-member"),
  /** It is larger than a record may be. */
  TOO_LARGE("too-large"),
  /** It has a version of its format that nobody here knows. */
  UNKNOWN_VERSION("unknown-version"),
  /** It has no time, or none that a gate of this system can have written. */
  NO_TIME("no-time"),
  /** Neither the record nor its line has an id that a repeated delivery repeats. */
  NO_ID("no-id"),
  /** The part that says what happened is missing. */
  INCOMPLETE("incomplete"),
  /** It carries a signal that does not follow its schema. */
  INVALID_SIGNAL("invalid-signal"),
  /** Its log group is none that is read here. */
  UNKNOWN_LOG("unknown-log"),
  /** The delivery is not compressed JSON of the documented form. */
  DELIVERY_UNREADABLE("delivery-unreadable"),
  /** The delivery is larger than a delivery may be after decompression. */
  DELIVERY_TOO_LARGE("delivery-too-large");

  private final String wireName;

  RejectionReason(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in messages and metrics. */
  public String wireName() {
    return wireName;
  }
}
