package dev.rampart.domain.submission;

import java.time.Instant;

/**
 * What every submission has, whatever its state. Times are whole milliseconds.
 *
 * @param receivedAt when it was handed in
 * @param updatedAt when it last changed
 * @param expiresAt when it ends to exist, in whole seconds; a store may remove it later
 * @param version counts its changes
 */
public record Filing(
    SubmissionId id,
    Owner owner,
    Content content,
    Instant receivedAt,
    Instant updatedAt,
    Instant expiresAt,
    Version version) {

  /** A new one, in its first version. */
  static Filing open(SubmissionId id, Owner owner, Content content, Instant at, Instant expiresAt) {
    return new Filing(id, owner, content, at, at, expiresAt, Version.FIRST);
  }

  Filing changed(Instant at) {
    return new Filing(id, owner, content, receivedAt, at, expiresAt, version.next());
  }

  Filing changed(Content content, Instant at) {
    return new Filing(id, owner, content, receivedAt, at, expiresAt, version.next());
  }
}
