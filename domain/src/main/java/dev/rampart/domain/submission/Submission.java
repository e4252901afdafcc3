package dev.rampart.domain.submission;

import java.time.Instant;

/** A submission in one of its states. Each state has only the methods that lead out of it. */
public sealed interface Submission {

  /** Returns what all states have. */
  SubmissionRecord record();

  /** Returns the name of the state. */
  Status status();

  /** Waits for a review; its owner may still amend or withdraw it. */
  record Received(SubmissionRecord record) implements Submission {

    /** Returns a new submission. */
    public static Received open(
        SubmissionId id, Owner owner, Content content, Instant at, Instant expiresAt) {
      return new Received(SubmissionRecord.open(id, owner, content, at, expiresAt));
    }

    public Received amend(Content content, Instant at) {
      return new Received(record.changed(content, at));
    }

    public Withdrawn withdraw(Instant at) {
      return new Withdrawn(record.changed(at));
    }

    /** Returns the submission after a decision, one way or the other. */
    public Reviewed review(Decision decision, Review review) {
      SubmissionRecord changed = record.changed(review.at());
      return switch (decision) {
        case ACCEPT -> new Accepted(changed, review);
        case REJECT -> new Rejected(changed, review);
      };
    }

    @Override
    public Status status() {
      return Status.RECEIVED;
    }
  }

  /** Decided; no further step is possible. */
  sealed interface Reviewed extends Submission {
    /** Returns who decided what, and why. */
    Review review();
  }

  record Accepted(SubmissionRecord record, Review review) implements Reviewed {
    @Override
    public Status status() {
      return Status.ACCEPTED;
    }
  }

  record Rejected(SubmissionRecord record, Review review) implements Reviewed {
    @Override
    public Status status() {
      return Status.REJECTED;
    }
  }

  /** Withdrawn by its owner. It can still be read; no further step is possible. */
  record Withdrawn(SubmissionRecord record) implements Submission {
    @Override
    public Status status() {
      return Status.WITHDRAWN;
    }
  }
}
