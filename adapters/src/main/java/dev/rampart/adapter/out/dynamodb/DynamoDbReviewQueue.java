package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.number;
import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.port.out.ReviewQueue;
import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Status;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link ReviewQueue} over the global indexes of the table of submissions. */
public record DynamoDbReviewQueue(DynamoDbClient client, String table, InstantSource clock)
    implements ReviewQueue {

  @Override
  public Optional<Owner> ownerOf(SubmissionId id) {
    QueryResponse answer =
        DynamoDbCalls.call(
            "Query",
            () ->
                client.query(
                    query ->
                        query
                            .tableName(table)
                            .indexName(SubmissionKeys.BY_ID_INDEX)
                            .keyConditionExpression("id = :id")
                            .expressionAttributeValues(Map.of(":id", text(id.value())))));
    return answer.items().stream()
        .map(item -> SubmissionKeys.owner(new StoredItem(item).text("pk")))
        .findFirst();
  }

  @Override
  public Page list(Status status, Optional<Position> after, PageSize size) {
    int oneMore = size.value() + 1;
    List<Submission> found =
        SubmissionKeys.queues(status)
            .flatMap(queue -> newest(queue, after, oneMore).stream())
            .sorted(Comparator.comparing(Position::of, Position.NEWEST_FIRST))
            .limit(oneMore)
            .toList();
    return NewestFirstQuery.page(found, size);
  }

  private List<Submission> newest(String queue, Optional<Position> after, int wanted) {
    QueryRequest query =
        QueryRequest.builder()
            .indexName(SubmissionKeys.REVIEW_QUEUE_INDEX)
            .keyConditionExpression("#queue = :partition")
            .expressionAttributeNames(Map.of("#queue", "queue"))
            .filterExpression("expiresAt > :now")
            .expressionAttributeValues(
                Map.of(
                    ":partition", text(queue),
                    ":now", number(clock.instant().getEpochSecond())))
            .build();
    return new NewestFirstQuery(client, table).newest(query, after, wanted);
  }
}
