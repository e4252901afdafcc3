package dev.rampart.domain.usecase;

import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts reads and writes of one submission.
 *
 * @param afterRead runs after each read: a rival that writes before the reader does
 */
record CountingStore(
    SubmissionStore store, Runnable afterRead, AtomicInteger reads, AtomicInteger writes)
    implements SubmissionStore {

  CountingStore(SubmissionStore store, Runnable afterRead) {
    this(store, afterRead, new AtomicInteger(), new AtomicInteger());
  }

  @Override
  public Creation create(
      Submission.Received submission, Fingerprint fingerprint, SubmissionEvent.Received event) {
    writes.incrementAndGet();
    return store.create(submission, fingerprint, event);
  }

  @Override
  public Optional<Submission> find(Owner owner, SubmissionId id) {
    reads.incrementAndGet();
    Optional<Submission> found = store.find(owner, id);
    afterRead.run();
    return found;
  }

  @Override
  public Write save(Submission submission, Version stored, SubmissionEvent event) {
    writes.incrementAndGet();
    return store.save(submission, stored, event);
  }

  @Override
  public Page list(Owner owner, Optional<Status> status, Optional<Position> after, PageSize size) {
    return store.list(owner, status, after, size);
  }
}
