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
 * A store whose calls fail or hang.
 *
 * @param fault runs before each call: it throws, or does not return
 */
public record FaultySubmissionStore(SubmissionStore store, Runnable fault)
    implements SubmissionStore {

  @Override
  public Creation create(
      Submission.Received submission, Fingerprint fingerprint, SubmissionEvent.Received event) {
    fault.run();
    return store.create(submission, fingerprint, event);
  }

  @Override
  public Optional<Submission> find(Owner owner, SubmissionId id) {
    fault.run();
    return store.find(owner, id);
  }

  @Override
  public Write save(Submission submission, Version stored, SubmissionEvent event) {
    fault.run();
    return store.save(submission, stored, event);
  }

  @Override
  public Page list(Owner owner, Optional<Status> status, Optional<Position> after, PageSize size) {
    fault.run();
    return store.list(owner, status, after, size);
  }
}
