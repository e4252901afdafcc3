package dev.rampart.domain.submission;

import java.time.Instant;

/**
 * What every submission has, in any state. Times are whole milliseconds.
 *
 * @param receivedAt when it was created
 * @param updatedAt when it last changed
 * @param expiresAt when it expires, in whole seconds; a store may remove it later
 * @param version counts its changes
 */
public record SubmissionRecord(
    SubmissionId id,
    Owner owner,
    Content content,
    Instant receivedAt,
    Instant updatedAt,
    Instant expiresAt,
    Version version) {

  /** Returns the record of a new submission, in its first version. */
  static SubmissionRecord open(
      SubmissionId id, Owner owner, Content content, Instant at, Instant expiresAt) {
    return new SubmissionRecord(id, owner, content, at, at, expiresAt, Version.FIRST);
  }

  SubmissionRecord changed(Instant at) {
    return new SubmissionRecord(id, owner, content, receivedAt, at, expiresAt, version.next());
  }

  SubmissionRecord changed(Content content, Instant at) {
    return new SubmissionRecord(id, owner, content, receivedAt, at, expiresAt, version.next());
  }
}
