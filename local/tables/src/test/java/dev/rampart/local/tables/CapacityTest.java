package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * What AWS would bill. Placeholders and values of an item count: {@code pk}, {@code sk}, text, …
 */
final class CapacityTest extends TablesTestCase {

  @BeforeEach
  void table() {
    createTable();
  }

  /** An item of the table alone, of so many bytes. */
  private static Map<String, AttributeValue> item(int bytes) {
    return map("pk", s("p"), "sk", s("s"), "b", s("x".repeat(bytes - 7)));
  }

  private ConsumedCapacity put(Map<String, AttributeValue> item) {
    return db.putItem(
            r ->
                r.tableName(TABLE)
                    .item(item)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  @Test
  void a_write_costs_a_unit_for_each_kilobyte_begun() {
    assertThat(put(item(1024)).capacityUnits()).isEqualTo(1.0);
    assertThat(put(item(1025)).capacityUnits()).isEqualTo(2.0);
  }

  @Test
  void the_larger_of_the_old_and_the_new_item_counts() {
    put(item(3000));

    assertThat(put(item(100)).capacityUnits()).isEqualTo(3.0);
    assertThat(put(item(100)).capacityUnits()).isEqualTo(1.0);
  }

  @Test
  void a_read_costs_a_unit_for_each_four_kilobytes_begun_and_half_where_it_may_be_stale() {
    put(item(4097));

    assertThat(read("s", true)).isEqualTo(2.0);
    assertThat(read("s", false)).isEqualTo(1.0);
    assertThat(read("none", false)).isEqualTo(0.5);
  }

  private double read(String sk, boolean consistent) {
    return db.getItem(
            r ->
                r.tableName(TABLE)
                    .key(key("p", sk))
                    .consistentRead(consistent)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  @Test
  void each_index_that_changes_costs_on_its_own() {
    Map<String, AttributeValue> item =
        map("pk", s("p"), "sk", s("s"), "at", n(1), "group", s("g"), "name", s("n"));
    Map<String, AttributeValue> moved =
        map("pk", s("p"), "sk", s("s"), "at", n(2), "group", s("g"), "name", s("n"));

    ConsumedCapacity first = put(item);
    ConsumedCapacity same = put(item);
    ConsumedCapacity move = put(moved);

    assertThat(first.capacityUnits()).isEqualTo(4.0);
    assertThat(first.table().capacityUnits()).isEqualTo(1.0);
    assertThat(first.localSecondaryIndexes()).containsOnlyKeys("ByAt");
    assertThat(first.globalSecondaryIndexes()).containsOnlyKeys("ByGroup", "Names");
    assertThat(same.capacityUnits()).isEqualTo(1.0);
    assertThat(move.capacityUnits()).isEqualTo(5.0);
    assertThat(move.globalSecondaryIndexes()).containsOnlyKeys("ByGroup");
  }

  @Test
  void a_query_is_billed_for_all_it_read_together() {
    for (int i = 0; i < 4; i++) {
      put("pk", s("q"), "sk", s("s" + i), "b", s("x".repeat(1500)));
    }

    double units =
        db.query(
                r ->
                    r.tableName(TABLE)
                        .keyConditionExpression("pk = :p")
                        .filterExpression("attribute_exists(nothing)")
                        .expressionAttributeValues(map(":p", s("q")))
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity()
            .capacityUnits();

    assertThat(units).isEqualTo(2.0);
  }

  @Test
  void transactions_cost_double() {
    put(item(1000));
    TransactWriteItem write =
        TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(item(1000))).build();
    TransactGetItem read =
        TransactGetItem.builder()
            .get(Get.builder().tableName(TABLE).key(key("p", "s")).build())
            .build();

    TransactWriteItemsResponse written =
        db.transactWriteItems(
            r -> r.transactItems(write).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    TransactGetItemsResponse got =
        db.transactGetItems(
            r -> r.transactItems(read).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

    assertThat(written.consumedCapacity().getFirst().capacityUnits()).isEqualTo(2.0);
    assertThat(written.consumedCapacity().getFirst().writeCapacityUnits()).isEqualTo(2.0);
    assertThat(got.consumedCapacity().getFirst().capacityUnits()).isEqualTo(2.0);
    assertThat(got.consumedCapacity().getFirst().readCapacityUnits()).isEqualTo(2.0);
  }
}
