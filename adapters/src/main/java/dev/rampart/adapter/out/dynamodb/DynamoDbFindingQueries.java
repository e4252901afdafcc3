package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.adapter.out.dynamodb.Attributes.text;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.port.out.FindingQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link FindingQueries} over the table of detection and its indexes. */
public record DynamoDbFindingQueries(DynamoDbClient client, String table)
    implements FindingQueries {
  /** Items that one query looks at. */
  private static final int LOOKED_AT_MAX = 100;

  /**
   * Queries for one page: a filter that takes little ends a page early, and the next page goes on.
   */
  private static final int QUERIES_MAX = 10;

  @Override
  public Optional<FindingRecord> find(FindingId id) {
    return DynamoDbCalls.find(client, table, DetectionKeys.finding(id)).flatMap(FindingItem::read);
  }

  @Override
  public FindingPage list(FindingFilter filter, Optional<FindingPosition> after, PageSize size) {
    QueryRequest next = query(filter, after);
    List<FindingRecord> found = new ArrayList<>();
    for (int queries = 0; queries < QUERIES_MAX; queries++) {
      QueryRequest request = next;
      QueryResponse answer = DynamoDbCalls.call("Query", () -> client.query(request));
      answer.items().stream()
          .map(StoredItem::new)
          .map(FindingItem::read)
          .flatMap(Optional::stream)
          .filter(record -> !after.equals(Optional.of(FindingPosition.of(record))))
          .forEach(found::add);
      if (found.size() > size.value()) {
        List<FindingRecord> page = found.subList(0, size.value());
        return new FindingPage(page, Optional.of(FindingPosition.of(page.getLast())));
      }
      if (!answer.hasLastEvaluatedKey()) {
        return new FindingPage(found, Optional.empty());
      }
      next = next.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
    return new FindingPage(found, Optional.of(position(next.exclusiveStartKey())));
  }

  private QueryRequest query(FindingFilter filter, Optional<FindingPosition> after) {
    Map<String, AttributeValue> values = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    String partition =
        filter
            .subject()
            .map(
                subject -> {
                  values.put(":partition", text(DetectionKeys.subject(subject)));
                  return "subjectKey = :partition";
                })
            .orElseGet(
                () -> {
                  values.put(":partition", text(DetectionKeys.ALL_FINDINGS));
                  return "listed = :partition";
                });
    Optional<String> opened = opened(filter, after, values);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(
                filter.subject().isPresent()
                    ? DetectionKeys.BY_SUBJECT_INDEX
                    : DetectionKeys.FINDINGS_INDEX)
            .keyConditionExpression(
                opened.map(range -> partition + " AND openedKey " + range).orElse(partition))
            .scanIndexForward(false)
            .limit(LOOKED_AT_MAX);
    String conditions = String.join(" AND ", conditions(filter, names, values));
    if (!conditions.isEmpty()) {
      query.filterExpression(conditions).expressionAttributeNames(names);
    }
    return query.expressionAttributeValues(values).build();
  }

  /**
   * Returns which keys are asked for, if not all are. A range with both ends includes both: no
   * finding has a time alone as its key, but the one at which the page before ended is among them.
   */
  private static Optional<String> opened(
      FindingFilter filter, Optional<FindingPosition> after, Map<String, AttributeValue> values) {
    Optional<String> lower = filter.openedFrom().map(Rfc3339::format);
    Optional<String> upper =
        after.map(DetectionKeys::opened).or(() -> filter.openedBefore().map(Rfc3339::format));
    lower.ifPresent(key -> values.put(":lower", text(key)));
    upper.ifPresent(key -> values.put(":upper", text(key)));
    if (lower.isPresent() && upper.isPresent()) {
      return Optional.of("BETWEEN :lower AND :upper");
    }
    return upper.map(_ -> "< :upper").or(() -> lower.map(_ -> ">= :lower"));
  }

  private static List<String> conditions(
      FindingFilter filter, Map<String, String> names, Map<String, AttributeValue> values) {
    List<String> conditions = new ArrayList<>();
    Map<String, Optional<String>> wanted =
        Map.of(
            "scope", filter.scope().map(kind -> kind.wireName()),
            "detector", filter.detector().map(Enum::name),
            "severity", filter.severity().map(severity -> severity.wireName()),
            "state", filter.state().map(state -> state.wireName()));
    wanted.forEach(
        (name, value) ->
            value.ifPresent(
                text -> {
                  names.put("#" + name, name);
                  values.put(":" + name, text(text));
                  conditions.add("#" + name + " = :" + name);
                }));
    return conditions;
  }

  private static FindingPosition position(Map<String, AttributeValue> key) {
    String opened = new StoredItem(key).text("openedKey");
    int separator = opened.indexOf('#');
    return new FindingPosition(
        Instant.parse(opened.substring(0, separator)),
        new FindingId(opened.substring(separator + 1)));
  }
}
