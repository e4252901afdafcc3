package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.SubmissionId;
import java.util.Optional;

/**
 * The reviewer's view over all owners; the only port that reads without one. It may lag behind
 * writes by seconds. Throws {@link PortUnavailable} as {@link SubmissionStore} does.
 */
public interface ReviewQueue {

  /** Returns the owner of a submission, expired or not; empty if there is no such submission. */
  Optional<Owner> ownerOf(SubmissionId id);

  /** Returns the submissions of one status, newest first. */
  Page list(Status status, Optional<Position> after, PageSize size);
}
