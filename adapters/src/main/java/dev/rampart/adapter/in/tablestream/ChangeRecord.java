package dev.rampart.adapter.in.tablestream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.TokenSubject;
import dev.rampart.domain.submission.Category;
import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** One record of the stream: a row as it was and as it is, in DynamoDB's JSON. */
record ChangeRecord(JsonNode json) {
  private static final String EVENT = "event";

  String sequenceNumber() {
    return json.path("dynamodb").path("SequenceNumber").asText();
  }

  /** Says whether the change carries an event: a removed row or an unchanged event does not. */
  boolean isEvent() {
    var event = image("NewImage").path(EVENT);
    return !event.isMissingNode() && !event.equals(image("OldImage").path(EVENT));
  }

  /** Reads the event; empty where it is not as the table's writer writes it. */
  Optional<SubmissionEvent> event() {
    var event = image("NewImage").path(EVENT).path("M");
    return subject(event)
        .flatMap(
            subject ->
                switch (text(event, "type")) {
                  case "SubmissionReceived" -> Optional.of(new SubmissionEvent.Received(subject));
                  case "SubmissionAmended" -> Optional.of(new SubmissionEvent.Amended(subject));
                  case "SubmissionWithdrawn" -> Optional.of(new SubmissionEvent.Withdrawn(subject));
                  case "SubmissionReviewed" -> reviewed(event, subject);
                  default -> Optional.empty();
                });
  }

  private static Optional<SubmissionEvent> reviewed(
      JsonNode event, SubmissionEvent.Subject subject) {
    var reviewer = text(event, "reviewer");
    return TokenSubject.isValid(reviewer)
        ? decision(text(event, "decision"))
            .map(it -> new SubmissionEvent.Reviewed(subject, it, new Reviewer(reviewer)))
        : Optional.empty();
  }

  private static Optional<SubmissionEvent.Subject> subject(JsonNode event) {
    var id = SubmissionId.parse(text(event, "submissionId"));
    var owner = text(event, "owner");
    var category = Category.of(text(event, "category"));
    var version = event.path("version").path("N").asLong();
    var at = instant(text(event, "at"));
    if (id.isEmpty()
        || !TokenSubject.isValid(owner)
        || category.isEmpty()
        || version < 1
        || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SubmissionEvent.Subject(
            id.get(), new Owner(owner), category.get(), new Version(version), at.get()));
  }

  private JsonNode image(String name) {
    return json.path("dynamodb").path(name);
  }

  private static String text(JsonNode event, String name) {
    return event.path(name).path("S").asText();
  }

  private static Optional<Decision> decision(String name) {
    return switch (name) {
      case "ACCEPT" -> Optional.of(Decision.ACCEPT);
      case "REJECT" -> Optional.of(Decision.REJECT);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
