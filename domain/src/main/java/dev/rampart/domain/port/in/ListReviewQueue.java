package dev.rampart.domain.port.in;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import java.util.Optional;

/** A reviewer lists submissions of all owners, newest first. */
public interface ListReviewQueue {
  Page list(Command command);

  record Command(Status status, Optional<Position> after, PageSize size) {}
}
