package dev.rampart.domain.port.in;

import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;

/** An owner creates a submission; safe to repeat. */
public interface ReceiveSubmission {
  Result receive(Command command);

  /** Who submits what; key and fingerprint distinguish a repeated request from a new one. */
  record Command(Owner caller, IdempotencyKey key, Fingerprint fingerprint, Content content) {}

  sealed interface Result {
    record Received(Submission.Received submission) implements Result {}

    /** The same request came before; the submission is as it was then, whatever happened since. */
    record Repeated(Submission.Received first) implements Result {}

    /** The idempotency key was used for another request before. */
    record KeyTaken() implements Result {}
  }
}
