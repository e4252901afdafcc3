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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Both ports over submissions, in memory; held to the same contracts as the real stores. */
public final class InMemorySubmissionStore implements SubmissionStore, ReviewQueue {
  private final Map<Key, Row> rows = new HashMap<>();
  private final List<SubmissionEvent> events = new ArrayList<>();
  private final InstantSource clock;

  public InMemorySubmissionStore(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns all events so far, in the order of their writes. */
  public synchronized List<SubmissionEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized Creation create(
      Submission.Received submission, Fingerprint fingerprint, SubmissionEvent.Received event) {
    Key key = new Key(submission.record().owner(), submission.record().id());
    Row row = rows.get(key);
    if (row != null && isLive(row.latest())) {
      return row.fingerprint().equals(fingerprint)
          ? new Creation.Repeated(row.first())
          : new Creation.KeyTaken();
    }
    rows.put(key, new Row(submission, submission, fingerprint));
    events.add(event);
    return new Creation.Created();
  }

  @Override
  public synchronized Optional<Submission> find(Owner owner, SubmissionId id) {
    return Optional.ofNullable(rows.get(new Key(owner, id))).map(Row::latest).filter(this::isLive);
  }

  @Override
  public synchronized Write save(Submission submission, Version seen, SubmissionEvent event) {
    Key key = new Key(submission.record().owner(), submission.record().id());
    Row row = rows.get(key);
    if (row == null || !isLive(row.latest()) || !row.latest().record().version().equals(seen)) {
      return new Write.Conflict();
    }
    rows.put(key, new Row(row.first(), submission, row.fingerprint()));
    events.add(event);
    return new Write.Stored();
  }

  @Override
  public synchronized Page list(
      Owner owner, Optional<Status> status, Optional<Position> after, PageSize size) {
    return page(
        s ->
            s.record().owner().equals(owner)
                && status.map(wanted -> s.status() == wanted).orElse(true),
        after,
        size);
  }

  @Override
  public synchronized Optional<Owner> ownerOf(SubmissionId id) {
    return rows.keySet().stream().filter(key -> key.id().equals(id)).map(Key::owner).findFirst();
  }

  @Override
  public synchronized Page list(Status status, Optional<Position> after, PageSize size) {
    return page(s -> s.status() == status, after, size);
  }

  private Page page(Predicate<Submission> wanted, Optional<Position> after, PageSize size) {
    List<Submission> rest =
        rows.values().stream()
            .map(Row::latest)
            .filter(this::isLive)
            .filter(wanted)
            .filter(s -> after.map(p -> isAfter(Position.of(s), p)).orElse(true))
            .sorted(Comparator.comparing(Position::of, Position.NEWEST_FIRST))
            .toList();
    if (rest.size() <= size.value()) {
      return new Page(rest, Optional.empty());
    }
    List<Submission> page = rest.subList(0, size.value());
    return new Page(page, Optional.of(Position.of(page.getLast())));
  }

  private static boolean isAfter(Position position, Position other) {
    return Position.NEWEST_FIRST.compare(position, other) > 0;
  }

  private boolean isLive(Submission submission) {
    return submission.record().expiresAt().isAfter(clock.instant());
  }

  private record Key(Owner owner, SubmissionId id) {}

  private record Row(Submission.Received first, Submission latest, Fingerprint fingerprint) {}
}
