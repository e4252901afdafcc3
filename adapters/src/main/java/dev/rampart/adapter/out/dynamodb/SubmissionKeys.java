package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.SubmissionId;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the table of submissions and of its indexes. */
final class SubmissionKeys {
  static final String BY_RECEIVED_INDEX = "ByReceived";
  static final String REVIEW_QUEUE_INDEX = "ReviewQueue";
  static final String BY_ID_INDEX = "ById";

  private static final String OWNER = "OWNER#";

  /**
   * The queue of one status is spread, since DynamoDB writes at most 1,000 units a second under one
   * key, and 2 for a submission of 2 KB: eight take 4,000 such submissions a second.
   */
  static final int QUEUE_SHARDS = 8;

  private SubmissionKeys() {}

  static Map<String, AttributeValue> of(Owner owner, SubmissionId id) {
    return Attributes.key(partition(owner), "SUB#" + id.value());
  }

  static String partition(Owner owner) {
    return OWNER + owner.sub();
  }

  static Owner owner(String partition) {
    return new Owner(partition.substring(OWNER.length()));
  }

  /** Returns the sort key of a position: it sorts by time, equal times by id. */
  static String received(Position position) {
    return Rfc3339.format(position.receivedAt()) + "#" + position.id().value();
  }

  static String queue(Status status, SubmissionId id) {
    return queue(status, Math.floorMod(id.value().hashCode(), QUEUE_SHARDS));
  }

  static Stream<String> queues(Status status) {
    return IntStream.range(0, QUEUE_SHARDS).mapToObj(shard -> queue(status, shard));
  }

  private static String queue(Status status, int shard) {
    return "QUEUE#" + status.wireName() + "#" + shard;
  }
}
