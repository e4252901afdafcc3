package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.l;
import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.ns;
import static dev.rampart.local.tables.Attributes.s;
import static dev.rampart.local.tables.Attributes.ss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

final class ItemOperationsTest extends TablesTestCase {

  @BeforeEach
  void table() {
    createTable();
  }

  @Test
  void an_item_with_every_type_reads_back_as_it_was_written() {
    Map<String, AttributeValue> item =
        map(
            "pk", s("p"),
            "sk", s("s"),
            "text", s(""),
            "number", AttributeValue.fromN("-12.5"),
            "binary", AttributeValue.fromB(SdkBytes.fromUtf8String("bytes\0")),
            "yes", AttributeValue.fromBool(true),
            "nothing", AttributeValue.fromNul(true),
            "list", l(s("a"), n(1), l()),
            "map", AttributeValue.fromM(map("inner", ns("1", "2"))),
            "texts", ss("a", "b"));

    db.putItem(r -> r.tableName(TABLE).item(item));

    assertThat(get("p", "s")).isEqualTo(item);
    assertThat(get("p", "other")).isEmpty();
  }

  @Test
  void numbers_come_back_in_their_normal_form() {
    put("pk", s("p"), "sk", s("s"), "n", AttributeValue.fromN("+001.50E2"));

    assertThat(get("p", "s")).containsEntry("n", n(150));
  }

  @Test
  void a_condition_that_does_not_hold_shows_the_item_where_that_is_asked_for() {
    put("pk", s("p"), "sk", s("s"), "v", n(1));

    assertThatExceptionOfType(ConditionalCheckFailedException.class)
        .isThrownBy(
            () ->
                db.putItem(
                    r ->
                        r.tableName(TABLE)
                            .item(key("p", "s"))
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("The conditional request failed");
              assertThat(e.item()).containsEntry("v", n(1));
            });
    assertThat(get("p", "s")).containsEntry("v", n(1));
  }

  @Test
  void an_update_makes_the_item_and_returns_it_whole() {
    UpdateItemResponse answer =
        db.updateItem(
            r ->
                r.tableName(TABLE)
                    .key(key("ip#203.0.113.7", "ev"))
                    .updateExpression(
                        "ADD f50dkn :fn, d205n :dn, qldlw :ids SET x = :x REMOVE f50din, s203n")
                    .conditionExpression("NOT contains(qldlw, :i0) AND NOT contains(qldlw, :i1)")
                    .expressionAttributeValues(
                        map(
                            ":fn", n(4_398_046_511_104L),
                            ":dn", ns("7", "12"),
                            ":ids", ss("id0", "id1"),
                            ":x", n(1),
                            ":i0", s("id0"),
                            ":i1", s("id1")))
                    .returnValues(ReturnValue.ALL_NEW));

    assertThat(answer.attributes())
        .containsEntry("f50dkn", n(4_398_046_511_104L))
        .containsEntry("d205n", ns("7", "12"))
        .containsEntry("qldlw", ss("id0", "id1"))
        .containsEntry("pk", s("ip#203.0.113.7"));
  }

  @Test
  void updated_old_and_new_show_only_what_the_update_wrote() {
    put("pk", s("p"), "sk", s("s"), "a", n(1), "b", n(2), "l", l(n(1), n(2)));

    Map<String, AttributeValue> before =
        update("SET a = a + :one, l[1] = :one", ReturnValue.UPDATED_OLD);
    Map<String, AttributeValue> after =
        update("SET a = a - :one REMOVE b", ReturnValue.UPDATED_NEW);

    assertThat(before).isEqualTo(map("a", n(1), "l", l(n(2))));
    assertThat(after).isEqualTo(map("a", n(1)));
  }

  private Map<String, AttributeValue> update(String expression, ReturnValue returns) {
    return db.updateItem(
            r ->
                r.tableName(TABLE)
                    .key(key("p", "s"))
                    .updateExpression(expression)
                    .expressionAttributeValues(map(":one", n(1)))
                    .returnValues(returns))
        .attributes();
  }

  @Test
  void a_delete_returns_the_old_item_and_leaves_nothing() {
    put("pk", s("p"), "sk", s("s"), "v", n(1));

    DeleteItemResponse answer =
        db.deleteItem(r -> r.tableName(TABLE).key(key("p", "s")).returnValues(ReturnValue.ALL_OLD));

    assertThat(answer.attributes()).containsEntry("v", n(1));
    assertThat(get("p", "s")).isEmpty();
  }

  @Test
  void the_key_cannot_be_updated() {
    assertInvalid(
        "One or more parameter values were invalid: Cannot update attribute pk. This attribute is"
            + " part of the key",
        () ->
            db.updateItem(
                r ->
                    r.tableName(TABLE)
                        .key(key("p", "s"))
                        .updateExpression("SET pk = :v")
                        .expressionAttributeValues(map(":v", s("q")))));
  }

  @Test
  void a_key_of_another_shape_is_refused() {
    assertInvalid(
        "The provided key element does not match the schema",
        () -> db.getItem(r -> r.tableName(TABLE).key(map("pk", s("p")))));
    assertInvalid(
        "One or more parameter values were invalid: Missing the key sk in the item",
        () -> put("pk", s("p")));
    assertInvalid(
        "One or more parameter values were invalid: Type mismatch for key sk expected: S actual: N",
        () -> put("pk", s("p"), "sk", n(1)));
    assertInvalid(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: sk",
        () -> put("pk", s("p"), "sk", s("")));
  }

  @Test
  void an_item_over_400_kilobytes_is_refused() {
    put("pk", s("p"), "sk", s("s"), "b", s("x".repeat(400 * 1024 - 7)));

    assertInvalid(
        "Item size has exceeded the maximum allowed size",
        () -> put("pk", s("p"), "sk", s("s"), "b", s("x".repeat(400 * 1024 - 6))));
  }

  @Test
  void an_unknown_table_is_named_as_not_found() {
    assertRefused(
        "ResourceNotFoundException",
        "Requested resource not found",
        () -> db.getItem(r -> r.tableName("Nowhere").key(key("p", "s"))));
  }

  @Test
  void an_unused_placeholder_is_refused() {
    assertInvalid(
        "1 validation error detected: Value provided in ExpressionAttributeValues unused in"
            + " expressions: keys: {:v}",
        () ->
            db.putItem(
                r ->
                    r.tableName(TABLE)
                        .item(key("p", "s"))
                        .conditionExpression("attribute_not_exists(pk)")
                        .expressionAttributeValues(map(":v", n(1)))));
  }

  @Test
  void writes_to_a_table_with_a_local_index_report_the_item_collection() {
    ItemCollectionMetrics metrics =
        db.putItem(
                r ->
                    r.tableName(TABLE)
                        .item(map("pk", s("p"), "sk", s("s")))
                        .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE))
            .itemCollectionMetrics();

    assertThat(metrics.itemCollectionKey()).isEqualTo(map("pk", s("p")));
    assertThat(metrics.sizeEstimateRangeGB()).containsExactly(0.0, 1.0);
    assertThat(db.deleteItem(r -> r.tableName(TABLE).key(key("p", "s"))).itemCollectionMetrics())
        .isNull();
  }

  @Test
  void an_expression_beside_a_legacy_parameter_is_refused_before_the_legacy_parameter() {
    assertInvalid(
        "Can not use both expression and non-expression parameters in the same request:"
            + " Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}",
        () ->
            db.putItem(
                r ->
                    r.tableName(TABLE)
                        .item(map("pk", s("p"), "sk", s("s")))
                        .expected(
                            Map.of("pk", ExpectedAttributeValue.builder().exists(false).build()))
                        .conditionExpression("attribute_not_exists(pk)")));
  }

  @Test
  void an_unused_placeholder_of_a_put_is_counted_as_a_violation() {
    assertInvalid(
        "1 validation error detected: Value provided in ExpressionAttributeNames unused in"
            + " expressions: keys: {#st}",
        () ->
            db.putItem(
                r ->
                    r.tableName(TABLE)
                        .item(map("pk", s("p"), "sk", s("s")))
                        .conditionExpression("attribute_not_exists(pk)")
                        .expressionAttributeNames(Map.of("#st", "state"))));
  }

  @Test
  void a_list_index_may_be_large_but_not_larger_than_the_service_takes() {
    put("pk", s("p"), "sk", s("s"), "l", l(s("a")));
    setElement("4294967294");

    assertThat(get("p", "s")).containsEntry("l", l(s("a"), s("x")));
    assertInvalid(
        "1 validation error detected: Invalid UpdateExpression: List index is not within the"
            + " allowable range; index: [4294967295]",
        () -> setElement("4294967295"));
  }

  private void setElement(String index) {
    db.updateItem(
        r ->
            r.tableName(TABLE)
                .key(key("p", "s"))
                .updateExpression("SET l[" + index + "] = :x")
                .expressionAttributeValues(map(":x", s("x"))));
  }

  @Test
  void an_update_gives_index_keys_fitting_values_only() {
    assertInvalid(
        "The update expression attempted to update the secondary index key to unsupported type",
        () -> setGroup(n(1)));
    assertInvalid(
        "One or more parameter values are not valid. The update expression attempted to update a"
            + " secondary index key to a value that is not supported. The AttributeValue for a key"
            + " attribute cannot contain an empty string value.",
        () -> setGroup(s("")));
  }

  private void setGroup(AttributeValue value) {
    db.updateItem(
        r ->
            r.tableName(TABLE)
                .key(key("p", "s"))
                .updateExpression("SET #g = :g")
                .expressionAttributeNames(Map.of("#g", "group"))
                .expressionAttributeValues(map(":g", value)));
  }
}
