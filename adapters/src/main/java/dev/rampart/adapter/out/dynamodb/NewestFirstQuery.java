package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.submission.Page;
import dev.rampart.domain.submission.Position;
import dev.rampart.domain.submission.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads an index whose sort key is {@code receivedKey}, newest first. */
record NewestFirstQuery(DynamoDbClient client, String table) {

  /**
   * Returns the newest submissions after a position, as many as wanted or as there are.
   *
   * @param query names index, partition ({@code :partition}) and filter
   */
  List<Submission> newest(QueryRequest query, Optional<Position> after, int wanted) {
    QueryRequest behind = after.map(position -> behind(query, position)).orElse(query);
    QueryRequest newest =
        behind.toBuilder().tableName(table).scanIndexForward(false).limit(wanted).build();
    return DynamoDbCalls.query(
        client, newest, wanted, item -> Optional.of(SubmissionItem.read(item)));
  }

  /** Returns the page of what was read, which is one more than the page holds if more follow. */
  static Page page(List<Submission> oneMore, PageSize size) {
    if (oneMore.size() <= size.value()) {
      return new Page(oneMore, Optional.empty());
    }
    List<Submission> page = oneMore.subList(0, size.value());
    return new Page(page, Optional.of(Position.of(page.getLast())));
  }

  private static QueryRequest behind(QueryRequest query, Position after) {
    Map<String, AttributeValue> values = new HashMap<>(query.expressionAttributeValues());
    values.put(":after", Attributes.text(SubmissionKeys.received(after)));
    return query.toBuilder()
        .keyConditionExpression(query.keyConditionExpression() + " AND receivedKey < :after")
        .expressionAttributeValues(values)
        .build();
  }
}
