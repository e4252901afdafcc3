package dev.rampart.domain.port.out;

import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.util.Optional;

/**
 * Keeps submissions, each under its owner. An expired submission counts as absent. A submission and
 * the event of its change are one write. Every method throws {@link PortUnavailable} if the store
 * does not answer; then the write may or may not have happened.
 */
public interface SubmissionStore {

  /** Adds a new submission, unless its id is taken. */
  Creation create(
      Submission.Received submission, Fingerprint fingerprint, SubmissionEvent.Received event);

  /** Returns the submission as last written; empty if there is none or it is another owner's. */
  Optional<Submission> find(Owner owner, SubmissionId id);

  /** Stores state and event together, or neither if the stored version is another. */
  Write save(Submission submission, Version stored, SubmissionEvent event);

  /** Returns an owner's submissions, newest first. */
  Page list(Owner owner, Optional<Status> status, Optional<Position> after, PageSize size);

  /** What became of a new submission. */
  sealed interface Creation {
    record Created() implements Creation {}

    /** The same request came before; {@code first} is the submission as it then was. */
    record Repeated(Submission.Received first) implements Creation {}

    /** Another request had the same key. */
    record KeyTaken() implements Creation {}
  }

  /** What became of a change. */
  sealed interface Write {
    record Stored() implements Write {}

    /** The stored version is another, or there is none. */
    record Conflict() implements Write {}
  }
}
