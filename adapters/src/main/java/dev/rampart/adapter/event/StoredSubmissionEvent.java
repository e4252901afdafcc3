package dev.rampart.adapter.event;

import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.common.TokenSubject;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionEvent.Snapshot;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event of a submission as its item holds it: the writer of the table writes it, the reader of
 * the table's stream reads it.
 *
 * @param texts all members but the version, by name
 * @param version the version of the submission; {@value #VERSION} names it
 */
public record StoredSubmissionEvent(Map<String, String> texts, long version) {
  /** The name of the attribute that holds the event. */
  public static final String ATTRIBUTE = "event";

  /** The name of the member that is a number. */
  public static final String VERSION = "version";

  public StoredSubmissionEvent {
    texts = Map.copyOf(texts);
  }

  /** Returns what is stored of an event. */
  public static StoredSubmissionEvent of(SubmissionEvent event) {
    Snapshot snapshot = event.snapshot();
    Map<String, String> texts = new HashMap<>();
    texts.put("type", type(event));
    texts.put("submissionId", snapshot.id().value());
    texts.put("owner", snapshot.owner().sub());
    texts.put("category", snapshot.category().wireName());
    texts.put("at", Rfc3339.format(snapshot.at()));
    if (event instanceof SubmissionEvent.Reviewed reviewed) {
      texts.put("decision", reviewed.decision().name());
      texts.put("reviewer", reviewed.reviewer().sub());
    }
    return new StoredSubmissionEvent(texts, snapshot.version().value());
  }

  /** Returns the event; empty if it is not as {@link #of} makes it. */
  public Optional<SubmissionEvent> event() {
    return snapshot()
        .flatMap(
            snapshot ->
                switch (text("type")) {
                  case "SubmissionReceived" -> Optional.of(new SubmissionEvent.Received(snapshot));
                  case "SubmissionAmended" -> Optional.of(new SubmissionEvent.Amended(snapshot));
                  case "SubmissionWithdrawn" ->
                      Optional.of(new SubmissionEvent.Withdrawn(snapshot));
                  case "SubmissionReviewed" -> reviewed(snapshot);
                  default -> Optional.empty();
                });
  }

  private static String type(SubmissionEvent event) {
    return switch (event) {
      case SubmissionEvent.Received _ -> "SubmissionReceived";
      case SubmissionEvent.Amended _ -> "SubmissionAmended";
      case SubmissionEvent.Withdrawn _ -> "SubmissionWithdrawn";
      case SubmissionEvent.Reviewed _ -> "SubmissionReviewed";
    };
  }

  private Optional<SubmissionEvent> reviewed(Snapshot snapshot) {
    String reviewer = text("reviewer");
    return TokenSubject.isValid(reviewer)
        ? decision()
            .map(made -> new SubmissionEvent.Reviewed(snapshot, made, new Reviewer(reviewer)))
        : Optional.empty();
  }

  private Optional<Snapshot> snapshot() {
    Optional<SubmissionId> id = SubmissionId.parse(text("submissionId"));
    String owner = text("owner");
    Optional<Category> category = Category.of(text("category"));
    Optional<Instant> at = Rfc3339.parse(text("at"));
    if (id.isEmpty()
        || !TokenSubject.isValid(owner)
        || category.isEmpty()
        || version < 1
        || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Snapshot(id.get(), new Owner(owner), category.get(), new Version(version), at.get()));
  }

  private Optional<Decision> decision() {
    return switch (text("decision")) {
      case "ACCEPT" -> Optional.of(Decision.ACCEPT);
      case "REJECT" -> Optional.of(Decision.REJECT);
      default -> Optional.empty();
    };
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }
}
