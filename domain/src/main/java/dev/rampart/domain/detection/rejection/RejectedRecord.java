package dev.rampart.domain.detection.rejection;

import dev.rampart.domain.common.BoundedText;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A log record that was rejected, as far as it may be told: where to find it, and never a text that
 * a client can have written.
 *
 * @param log the kind of log, such as {@code firewall}
 * @param logGroup the name of its log group, if the delivery could be read
 * @param lineId the id of the line in the log group
 * @param loggedAt when the line was logged, to the millisecond
 * @param sizeBytes the size of the record, or of the delivery as it came, in bytes of UTF-8
 * @param members what gates wrote in it: the value by the place of the member, such as {@code
 *     /action}, or the type of the value in brackets if it has not the form that it should have
 */
public record RejectedRecord(
    String log,
    Optional<String> logGroup,
    Optional<String> lineId,
    Optional<Instant> loggedAt,
    RejectionReason reason,
    long sizeBytes,
    Map<String, String> members) {
  /** Longest name of a kind of log, in characters. */
  public static final int LOG_LENGTH_MAX = 32;

  /** Longest name of a log group and longest id of a line, in characters. */
  public static final int LENGTH_MAX = 512;

  /** Most members that are told of one record. */
  public static final int MEMBERS_MAX = 24;

  /** Longest place and longest value of a member, in characters. */
  public static final int MEMBER_LENGTH_MAX = 128;

  public RejectedRecord {
    BoundedText.require("log", log, LOG_LENGTH_MAX);
    BoundedText.require("logGroup", logGroup, LENGTH_MAX);
    BoundedText.require("lineId", lineId, LENGTH_MAX);
    if (sizeBytes < 0 || members.size() > MEMBERS_MAX) {
      throw new IllegalArgumentException("a rejected record has a size and at most 24 members");
    }
    members.forEach(
        (place, value) -> {
          BoundedText.require("place", place, MEMBER_LENGTH_MAX);
          BoundedText.require("value", value, MEMBER_LENGTH_MAX);
        });
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
