package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;
import static dev.rampart.adapter.out.dynamodb.Attributes.time;

import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Filing;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Review;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A submission as an item. {@code content} is as last amended; {@code first} is there only after an
 * amendment and holds the content that the first answer needs.
 */
final class SubmissionRecord {
  private SubmissionRecord() {}

  /** What only a new item has. */
  static Map<String, AttributeValue> create(Submission.Received submission) {
    Filing filing = submission.filing();
    Map<String, AttributeValue> item =
        new HashMap<>(SubmissionKeys.of(filing.owner(), filing.id()));
    item.put("id", text(filing.id().value()));
    item.put("receivedKey", text(SubmissionKeys.received(Position.of(submission))));
    item.put("receivedAt", time(filing.receivedAt()));
    item.put("expiresAt", number(filing.expiresAt().getEpochSecond()));
    return item;
  }

  /** What every write sets. */
  static Map<String, AttributeValue> state(Submission submission, SubmissionEvent event) {
    Filing filing = submission.filing();
    Map<String, AttributeValue> state = new HashMap<>();
    state.put("content", ContentRecord.write(filing.content()));
    state.put("status", text(submission.status().code()));
    state.put("queue", text(SubmissionKeys.queue(submission.status(), filing.id())));
    state.put("updatedAt", time(filing.updatedAt()));
    state.put("version", number(filing.version().value()));
    state.put("event", EventRecord.write(event));
    if (submission instanceof Submission.Reviewed reviewed) {
      state.put("review", review(reviewed.review()));
    }
    return state;
  }

  static Submission read(Item item) {
    Filing filing =
        filing(
            item,
            ContentRecord.read(item.map("content")),
            item.time("updatedAt"),
            new Version(item.number("version")));
    return switch (Status.of(item.text("status")).orElseThrow()) {
      case RECEIVED -> new Submission.Received(filing);
      case ACCEPTED -> new Submission.Accepted(filing, review(item.map("review")));
      case REJECTED -> new Submission.Rejected(filing, review(item.map("review")));
      case WITHDRAWN -> new Submission.Withdrawn(filing);
    };
  }

  /** Returns the submission as its first write made it. */
  static Submission.Received readFirst(Item item) {
    Item content = item.find("first").map(first -> new Item(first.m())).orElse(item.map("content"));
    return new Submission.Received(
        filing(item, ContentRecord.read(content), item.time("receivedAt"), Version.FIRST));
  }

  static boolean isLive(Item item, Instant now) {
    return expiresAt(item).isAfter(now);
  }

  private static Filing filing(Item item, Content content, Instant updatedAt, Version version) {
    return new Filing(
        new SubmissionId(item.text("id")),
        SubmissionKeys.owner(item.text("pk")),
        content,
        item.time("receivedAt"),
        updatedAt,
        expiresAt(item),
        version);
  }

  private static Instant expiresAt(Item item) {
    return Instant.ofEpochSecond(item.number("expiresAt"));
  }

  private static AttributeValue review(Review review) {
    return AttributeValue.fromM(
        Map.of(
            "reviewer", text(review.reviewer().sub()),
            "reason", text(review.reason()),
            "at", time(review.at())));
  }

  private static Review review(Item review) {
    return new Review(
        new Reviewer(review.text("reviewer")), review.text("reason"), review.time("at"));
  }
}
