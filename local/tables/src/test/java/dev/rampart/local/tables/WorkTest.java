package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.tables.value.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What one request can make the tables do. */
final class WorkTest extends TablesTestCase {
  private static final String TOO_MUCH =
      "The request takes more work than the local tables do for one request. Compare, append or"
          + " return fewer or smaller values at once.";
  private static final String TOO_LARGE = "Item size has exceeded the maximum allowed size";
  private static final String UPDATED_TOO_LARGE =
      "Item size to update has exceeded the maximum allowed size";

  @BeforeEach
  void table() {
    createTable();
  }

  private static AttributeValue list(int size) {
    return AttributeValue.fromL(Collections.nCopies(size, s("")));
  }

  private void update(
      String expression, @Nullable String condition, @Nullable Map<String, AttributeValue> values) {
    db.updateItem(
        r ->
            r.tableName(TABLE)
                .key(key("p", "s"))
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeValues(values));
  }

  private static String repeated(int times, String condition) {
    return String.join(" OR ", Collections.nCopies(times, condition));
  }

  @Test
  void a_long_condition_on_a_large_item_is_judged_and_one_beyond_all_use_is_refused() {
    String text = "ab".repeat(175_000);
    put("pk", s("p"), "sk", s("s"), "m", s(text), "l", list(40_000));

    assertRefused(
        "ConditionalCheckFailedException",
        "The conditional request failed",
        () ->
            update(
                "SET x = :x", repeated(140, "contains(m,:v)"), map(":v", s("abac"), ":x", n(1))));
    assertInvalid(
        TOO_MUCH,
        () ->
            update(
                "SET x = :x",
                repeated(140, "contains(m,:v)"),
                map(":v", s(text.substring(1) + "b"), ":x", n(1))));
    assertInvalid(
        TOO_MUCH,
        () -> update("SET x = :x", repeated(140, "m < :v"), map(":v", s(text), ":x", n(1))));
    assertInvalid(
        TOO_MUCH,
        () ->
            update(
                "SET x = :x",
                repeated(140, "m BETWEEN :v AND :v"),
                map(":v", s(text + "a"), ":x", n(1))));
    List<AttributeValue> other = new ArrayList<>(list(39_999).l());
    other.add(s("x"));
    assertInvalid(
        TOO_MUCH,
        () ->
            update(
                "SET x = :x",
                repeated(140, "l = :v"),
                map(":v", AttributeValue.fromL(other), ":x", n(1))));
  }

  @Test
  void lists_and_sets_that_grow_within_one_update_are_bounded() {
    List<String> texts = IntStream.range(0, 20_000).mapToObj(Integer::toString).toList();
    put("pk", s("p"), "sk", s("s"), "l", list(40_000), "t", AttributeValue.fromSs(List.of("x")));
    String nested =
        IntStream.range(0, 140)
            .mapToObj(_ -> "l")
            .reduce((grown, l) -> "list_append(" + grown + "," + l + ")")
            .orElseThrow();

    assertInvalid(TOO_MUCH, () -> update("SET x = " + nested, null, null));
    update("SET x = list_append(l, l)", null, null);
    assertThat(get("p", "s")).hasEntrySatisfying("x", x -> assertThat(x.l()).hasSize(80_000));
    String sets =
        IntStream.range(0, 20).mapToObj(i -> "t" + i + " :t").reduce((a, b) -> a + "," + b).get();
    assertInvalid(
        UPDATED_TOO_LARGE,
        () -> update("ADD " + sets, null, map(":t", AttributeValue.fromSs(texts))));
  }

  @Test
  void an_item_is_refused_for_its_size_before_all_of_it_is_read() {
    List<String> numbers =
        IntStream.range(0, 25_000).mapToObj(i -> "1234567890123456789012345678" + i).toList();
    List<AttributeValue> withFault = new ArrayList<>(list(1).l());
    withFault.add(s("x".repeat(Item.BYTES_MAX)));
    withFault.add(AttributeValue.fromN("no number"));

    assertInvalid(
        TOO_LARGE, () -> put("pk", s("p"), "sk", s("s"), "m", AttributeValue.fromNs(numbers)));
    assertInvalid(
        TOO_LARGE, () -> put("pk", s("p"), "sk", s("s"), "m", AttributeValue.fromL(withFault)));
  }

  @Test
  void a_page_whose_filter_makes_much_work_ends_early_and_the_next_one_goes_on() {
    for (int i = 0; i < 12; i++) {
      put("pk", s("p"), "sk", s("s" + i), "m", s("ab".repeat(30_000)));
    }
    int found = 0;
    int pages = 0;
    Map<String, AttributeValue> start = null;
    do {
      Map<String, AttributeValue> from = start;
      QueryResponse page =
          db.query(
              r ->
                  r.tableName(TABLE)
                      .keyConditionExpression("pk = :p")
                      .filterExpression(repeated(60, "contains(m,:v)") + " OR attribute_exists(m)")
                      .expressionAttributeValues(map(":p", s("p"), ":v", s("abac")))
                      .exclusiveStartKey(from));
      found += page.count();
      pages++;
      start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
    } while (start != null);

    assertThat(found).isEqualTo(12);
    assertThat(pages).isGreaterThan(1);
  }

  @Test
  void a_batch_leaves_the_rest_of_very_many_values_for_the_next_one() {
    List<Map<String, AttributeValue>> keys =
        IntStream.range(0, 20).mapToObj(i -> key("p", "s" + i)).toList();
    IntStream.range(0, 20).forEach(i -> put("pk", s("p"), "sk", s("s" + i), "l", list(40_000)));

    BatchGetItemResponse answer =
        db.batchGetItem(
            r -> r.requestItems(Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build())));

    List<Map<String, AttributeValue>> found = Objects.requireNonNull(answer.responses().get(TABLE));
    List<Map<String, AttributeValue>> left =
        Objects.requireNonNull(answer.unprocessedKeys().get(TABLE)).keys();
    assertThat(found).isNotEmpty();
    assertThat(left).isNotEmpty().hasSize(20 - found.size());
  }

  @Test
  void a_page_of_stream_records_ends_when_it_is_large() {
    for (int i = 0; i < 5; i++) {
      put("pk", s("p"), "sk", s("s" + i), "m", s("x".repeat(300_000)));
    }
    try (StreamReader stream = StreamReader.of(server.url())) {
      List<Record> records = stream.records();

      assertThat(records).hasSize(4);
    }
  }

  @Test
  void values_of_expressions_larger_than_two_megabytes_together_are_refused() {
    put("pk", s("p"), "sk", s("s"));

    assertInvalid(
        "ExpressionAttributeValues contains invalid value: The values are larger than 2 MB together"
            + " for key :v",
        () -> update("SET x = :x", "x <> :v", map(":x", n(1), ":v", s("x".repeat(2_100_000)))));
  }
}
