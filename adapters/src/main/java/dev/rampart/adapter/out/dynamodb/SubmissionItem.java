package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;
import static dev.rampart.adapter.out.dynamodb.Attributes.time;

import dev.rampart.adapter.event.StoredSubmissionEvent;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Review;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.SubmissionRecord;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A submission as an item. {@code content} is as last amended; {@code first} is there only after an
 * amendment and holds the content that the first answer needs.
 */
final class SubmissionItem {
  private SubmissionItem() {}

  /** Returns the attributes that only a new item gets. */
  static Map<String, AttributeValue> create(Submission.Received submission) {
    SubmissionRecord record = submission.record();
    Map<String, AttributeValue> item =
        new HashMap<>(SubmissionKeys.of(record.owner(), record.id()));
    item.put("id", text(record.id().value()));
    item.put("receivedKey", text(SubmissionKeys.received(Position.of(submission))));
    item.put("receivedAt", time(record.receivedAt()));
    item.put("expiresAt", number(record.expiresAt().getEpochSecond()));
    return item;
  }

  /** Returns the attributes that every write sets. */
  static Map<String, AttributeValue> state(Submission submission, SubmissionEvent event) {
    SubmissionRecord record = submission.record();
    Map<String, AttributeValue> state = new HashMap<>();
    state.put("content", ContentItem.write(record.content()));
    state.put("status", text(submission.status().wireName()));
    state.put("queue", text(SubmissionKeys.queue(submission.status(), record.id())));
    state.put("updatedAt", time(record.updatedAt()));
    state.put("version", number(record.version().value()));
    state.put(StoredSubmissionEvent.ATTRIBUTE, EventItem.write(event));
    if (submission instanceof Submission.Reviewed reviewed) {
      state.put("review", review(reviewed.review()));
    }
    return state;
  }

  static Submission read(StoredItem item) {
    SubmissionRecord record =
        record(
            item,
            ContentItem.read(item.map("content")),
            item.time("updatedAt"),
            new Version(item.number("version")));
    return switch (Status.of(item.text("status")).orElseThrow()) {
      case RECEIVED -> new Submission.Received(record);
      case ACCEPTED -> new Submission.Accepted(record, review(item.map("review")));
      case REJECTED -> new Submission.Rejected(record, review(item.map("review")));
      case WITHDRAWN -> new Submission.Withdrawn(record);
    };
  }

  /** Returns the submission as its first write made it. */
  static Submission.Received readFirst(StoredItem item) {
    StoredItem content =
        item.find("first").map(first -> new StoredItem(first.m())).orElse(item.map("content"));
    return new Submission.Received(
        record(item, ContentItem.read(content), item.time("receivedAt"), Version.FIRST));
  }

  static boolean isLive(StoredItem item, Instant now) {
    return expiresAt(item).isAfter(now);
  }

  private static SubmissionRecord record(
      StoredItem item, Content content, Instant updatedAt, Version version) {
    return new SubmissionRecord(
        new SubmissionId(item.text("id")),
        SubmissionKeys.owner(item.text("pk")),
        content,
        item.time("receivedAt"),
        updatedAt,
        expiresAt(item),
        version);
  }

  private static Instant expiresAt(StoredItem item) {
    return Instant.ofEpochSecond(item.number("expiresAt"));
  }

  private static AttributeValue review(Review review) {
    return AttributeValue.fromM(
        Map.of(
            "reviewer", text(review.reviewer().sub()),
            "reason", text(review.reason()),
            "at", time(review.at())));
  }

  private static Review review(StoredItem review) {
    return new Review(
        new Reviewer(review.text("reviewer")), review.text("reason"), review.time("at"));
  }
}
