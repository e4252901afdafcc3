package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

final class QueryTest extends TablesTestCase {

  @BeforeEach
  void items() {
    createTable();
    for (int i = 1; i <= 5; i++) {
      put(
          "pk",
          s("p"),
          "sk",
          s("s" + i),
          "at",
          n(100 - i),
          "group",
          s("g"),
          "name",
          s("n" + i),
          "extra",
          s("e"));
    }
    put("pk", s("q"), "sk", s("s9"));
  }

  private QueryResponse query(String condition, Consumer<QueryRequest.Builder> more) {
    return db.query(
        r -> {
          r.tableName(TABLE)
              .keyConditionExpression(condition)
              .expressionAttributeValues(map(":p", s("p")));
          more.accept(r);
        });
  }

  private static List<String> sortKeys(QueryResponse response) {
    return response.items().stream()
        .map(item -> Objects.requireNonNull(item.get("sk")).s())
        .toList();
  }

  @Test
  void a_partition_comes_in_the_order_of_its_sort_key_both_ways() {
    assertThat(sortKeys(query("pk = :p", r -> {}))).containsExactly("s1", "s2", "s3", "s4", "s5");
    assertThat(sortKeys(query("pk = :p", r -> r.scanIndexForward(false))))
        .containsExactly("s5", "s4", "s3", "s2", "s1");
  }

  @Test
  void sort_key_conditions_cut_the_partition() {
    assertThat(range("sk < :a", "s2")).containsExactly("s1");
    assertThat(range("sk <= :a", "s2")).containsExactly("s1", "s2");
    assertThat(range("sk > :a", "s4")).containsExactly("s5");
    assertThat(range("sk >= :a", "s4")).containsExactly("s4", "s5");
    assertThat(range("sk = :a", "s4")).containsExactly("s4");
    assertThat(range("begins_with(sk, :a)", "s")).hasSize(5);
    assertThat(range("begins_with(sk, :a)", "t")).isEmpty();
    assertThat(range("sk BETWEEN :a AND :p", "o")).isEmpty();
  }

  private List<String> range(String condition, String operand) {
    return sortKeys(
        query(
            "pk = :p AND " + condition,
            r -> r.expressionAttributeValues(map(":p", s("p"), ":a", s(operand)))));
  }

  @Test
  void pages_follow_one_another_without_gap_or_repeat() {
    QueryResponse first = query("pk = :p", r -> r.limit(2));
    QueryResponse second =
        query("pk = :p", r -> r.limit(2).exclusiveStartKey(first.lastEvaluatedKey()));
    QueryResponse third =
        query("pk = :p", r -> r.limit(2).exclusiveStartKey(second.lastEvaluatedKey()));
    QueryResponse back =
        query(
            "pk = :p", r -> r.scanIndexForward(false).exclusiveStartKey(first.lastEvaluatedKey()));

    assertThat(sortKeys(first)).containsExactly("s1", "s2");
    assertThat(sortKeys(second)).containsExactly("s3", "s4");
    assertThat(sortKeys(third)).containsExactly("s5");
    assertThat(third.hasLastEvaluatedKey()).isFalse();
    assertThat(sortKeys(back)).containsExactly("s1");
  }

  @Test
  void a_local_index_orders_by_its_own_key_and_fetches_what_it_lacks() {
    QueryResponse keysOnly = query("pk = :p", r -> r.indexName("ByAt").consistentRead(true));
    QueryResponse whole = query("pk = :p", r -> r.indexName("ByAt").select(Select.ALL_ATTRIBUTES));

    assertThat(sortKeys(keysOnly)).containsExactly("s5", "s4", "s3", "s2", "s1");
    assertThat(keysOnly.items().getFirst()).containsOnlyKeys("pk", "sk", "at");
    assertThat(whole.items().getFirst()).containsEntry("extra", s("e"));
  }

  @Test
  void a_global_index_is_paged_by_both_keys_and_holds_only_items_with_its_key() {
    QueryResponse first = group("ByGroup", r -> r.limit(4));
    QueryResponse rest = group("ByGroup", r -> r.exclusiveStartKey(first.lastEvaluatedKey()));

    assertThat(sortKeys(first)).containsExactly("s5", "s4", "s3", "s2");
    assertThat(first.lastEvaluatedKey()).containsOnlyKeys("pk", "sk", "group", "at");
    assertThat(sortKeys(rest)).containsExactly("s1");
    assertThat(group("Names", r -> {}).items().getFirst())
        .containsOnlyKeys("pk", "sk", "group", "name");
  }

  private QueryResponse group(String index, Consumer<QueryRequest.Builder> more) {
    return db.query(
        r -> {
          r.tableName(TABLE)
              .indexName(index)
              .keyConditionExpression("#g = :g")
              .expressionAttributeNames(Map.of("#g", "group"))
              .expressionAttributeValues(map(":g", s("g")));
          more.accept(r);
        });
  }

  @Test
  void a_global_index_refuses_consistent_reads_and_what_it_does_not_hold() {
    assertInvalid(
        "Consistent reads are not supported on global secondary indexes",
        () -> group("ByGroup", r -> r.consistentRead(true)));
    assertInvalid(
        "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for"
            + " global secondary index Names because its projection type is not ALL",
        () -> group("Names", r -> r.select(Select.ALL_ATTRIBUTES)));
    assertInvalid(
        "The table does not have the specified index: None", () -> group("None", r -> {}));
  }

  @Test
  void a_filter_drops_items_after_they_were_counted_as_scanned() {
    QueryResponse response =
        query(
            "pk = :p",
            r ->
                r.filterExpression("#n = :n")
                    .projectionExpression("sk, #n")
                    .expressionAttributeNames(Map.of("#n", "name"))
                    .expressionAttributeValues(map(":p", s("p"), ":n", s("n3"))));

    assertThat(response.items()).containsExactly(map("sk", s("s3"), "name", s("n3")));
    assertThat(response.count()).isEqualTo(1);
    assertThat(response.scannedCount()).isEqualTo(5);
  }

  @Test
  void a_page_ends_at_one_megabyte() {
    for (int i = 0; i < 4; i++) {
      put("pk", s("big"), "sk", s("s" + i), "b", s("x".repeat(300_000)));
    }

    QueryResponse first = query("pk = :p", r -> r.expressionAttributeValues(map(":p", s("big"))));

    assertThat(first.count()).isEqualTo(3);
    assertThat(first.lastEvaluatedKey()).isEqualTo(key("big", "s2"));
  }

  @Test
  void a_query_without_the_partition_key_is_refused() {
    assertInvalid("Query condition missed key schema element: pk", () -> query("sk = :p", r -> {}));
    assertInvalid("Query key condition not supported", () -> query("pk > :p", r -> {}));
  }

  @Test
  void a_scan_sees_every_item_once_in_all_segments_together() {
    long whole = db.scan(r -> r.tableName(TABLE)).count();
    long first = db.scan(r -> r.tableName(TABLE).segment(0).totalSegments(2)).count();
    long second = db.scan(r -> r.tableName(TABLE).segment(1).totalSegments(2)).count();

    assertThat(whole).isEqualTo(6);
    assertThat(first + second).isEqualTo(6);
  }

  @Test
  void an_empty_key_value_is_refused_in_the_words_of_table_or_index() {
    assertInvalid(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: pk",
        () ->
            db.query(
                r ->
                    r.tableName(TABLE)
                        .keyConditionExpression("pk = :e")
                        .expressionAttributeValues(map(":e", s("")))));
    assertInvalid(
        "One or more parameter values are not valid. A value specified for a secondary index key is"
            + " not supported. The AttributeValue for a key attribute cannot contain an empty"
            + " string value. IndexName: ByGroup, IndexKey: group",
        () ->
            db.query(
                r ->
                    r.tableName(TABLE)
                        .indexName("ByGroup")
                        .keyConditionExpression("#g = :e")
                        .expressionAttributeNames(Map.of("#g", "group"))
                        .expressionAttributeValues(map(":e", s("")))));
  }
}
