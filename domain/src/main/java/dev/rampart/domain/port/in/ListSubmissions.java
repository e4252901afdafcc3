package dev.rampart.domain.port.in;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import java.util.Optional;

/** An owner lists their own submissions, newest first. */
public interface ListSubmissions {
  Page list(Command command);

  /** Which submissions: of one status or of any, from the start or after a position. */
  record Command(Owner caller, Optional<Status> status, Optional<Position> after, PageSize size) {}
}
