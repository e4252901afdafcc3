package dev.rampart.domain.port.in;

import dev.rampart.domain.common.Fingerprint;
import dev.rampart.domain.common.IdempotencyKey;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;

/** An owner hands a submission in; safe to repeat. */
public interface ReceiveSubmission {
  Result receive(Command command);

  /** Who hands in what; key and fingerprint tell a repeat from a new request. */
  record Command(Owner caller, IdempotencyKey key, Fingerprint fingerprint, Content content) {}

  sealed interface Result {
    record Received(Submission.Received submission) implements Result {}

    /** Done before; the submission is as it then was, whatever happened since. */
    record Repeated(Submission.Received first) implements Result {}

    /** The key came before with another request. */
    record KeyTaken() implements Result {}
  }
}
