package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class TransactionsTest extends TablesTestCase {

  @BeforeEach
  void table() {
    createTable();
  }

  private static TransactWriteItem put(String sk) {
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(TABLE)
                    .item(map("pk", s("p"), "sk", s(sk), "v", n(1)))
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private static TransactWriteItem add(String sk) {
    return TransactWriteItem.builder()
        .update(
            u ->
                u.tableName(TABLE)
                    .key(key("p", sk))
                    .updateExpression("ADD v :one")
                    .expressionAttributeValues(map(":one", n(1))))
        .build();
  }

  @Test
  void all_writes_happen_or_none() {
    db.transactWriteItems(r -> r.transactItems(put("a"), add("b")));

    TransactionCanceledException refused =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () -> db.transactWriteItems(r -> r.transactItems(add("b"), put("a"), put("c"))));

    assertThat(refused.awsErrorDetails().errorMessage())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
                + " [None, ConditionalCheckFailed, None]");
    assertThat(refused.cancellationReasons())
        .extracting(CancellationReason::code)
        .containsExactly("None", "ConditionalCheckFailed", "None");
    assertThat(refused.cancellationReasons().get(1).item()).containsEntry("v", n(1));
    assertThat(get("p", "b")).containsEntry("v", n(1));
    assertThat(get("p", "c")).isEmpty();
  }

  @Test
  void a_check_guards_without_writing() {
    TransactWriteItem check =
        TransactWriteItem.builder()
            .conditionCheck(
                c ->
                    c.tableName(TABLE)
                        .key(key("p", "guard"))
                        .conditionExpression("attribute_exists(pk)"))
            .build();

    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(() -> db.transactWriteItems(r -> r.transactItems(check, add("b"))));
    put("pk", s("p"), "sk", s("guard"));
    db.transactWriteItems(r -> r.transactItems(check, add("b")));

    assertThat(get("p", "b")).containsEntry("v", n(1));
    assertThat(get("p", "guard")).isEqualTo(key("p", "guard"));
  }

  @Test
  void an_operand_of_the_wrong_type_is_a_reason_of_its_own() {
    put("pk", s("p"), "sk", s("b"), "v", s("text"));

    TransactionCanceledException refused =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () -> db.transactWriteItems(r -> r.transactItems(add("b"))));

    assertThat(refused.cancellationReasons().getFirst().code()).isEqualTo("ValidationError");
    assertThat(refused.cancellationReasons().getFirst().message())
        .isEqualTo("An operand in the update expression has an incorrect data type");
  }

  @Test
  void the_same_token_carries_a_transaction_out_once() {
    db.transactWriteItems(r -> r.transactItems(add("b")).clientRequestToken("token"));
    db.transactWriteItems(r -> r.transactItems(add("b")).clientRequestToken("token"));
    assertThat(get("p", "b")).containsEntry("v", n(1));

    assertThatExceptionOfType(IdempotentParameterMismatchException.class)
        .isThrownBy(
            () ->
                db.transactWriteItems(r -> r.transactItems(add("c")).clientRequestToken("token")));

    advance(Duration.ofMinutes(11));
    db.transactWriteItems(r -> r.transactItems(add("b")).clientRequestToken("token"));
    assertThat(get("p", "b")).containsEntry("v", n(2));
  }

  @Test
  void a_token_of_a_refused_transaction_may_be_used_again() {
    put("pk", s("p"), "sk", s("a"));
    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(
            () -> db.transactWriteItems(r -> r.transactItems(put("a")).clientRequestToken("t")));

    db.deleteItem(r -> r.tableName(TABLE).key(key("p", "a")));
    db.transactWriteItems(r -> r.transactItems(put("a")).clientRequestToken("t"));

    assertThat(get("p", "a")).containsEntry("v", n(1));
  }

  @Test
  void two_operations_on_one_item_are_refused() {
    assertInvalid(
        "Transaction request cannot include multiple operations on one item",
        () -> db.transactWriteItems(r -> r.transactItems(put("a"), add("a"))));
  }

  @Test
  void a_read_returns_each_item_in_its_place() {
    put("pk", s("p"), "sk", s("a"), "v", n(1));

    List<ItemResponse> responses =
        db.transactGetItems(r -> r.transactItems(List.of(read("none"), read("a")))).responses();

    assertThat(responses.get(0).hasItem()).isFalse();
    assertThat(responses.get(1).item()).containsEntry("v", n(1));
  }

  private static TransactGetItem read(String sk) {
    return TransactGetItem.builder()
        .get(Get.builder().tableName(TABLE).key(key("p", sk)).build())
        .build();
  }

  private static TransactGetItem readKey(Map<String, AttributeValue> key) {
    return TransactGetItem.builder().get(Get.builder().tableName(TABLE).key(key).build()).build();
  }

  private static TransactWriteItem putItem(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(item)).build();
  }

  @Test
  void one_item_is_read_once() {
    assertInvalid(
        "Transaction request cannot include multiple operations on one item",
        () -> db.transactGetItems(r -> r.transactItems(List.of(read("a"), read("a")))));
  }

  @Test
  void a_key_that_does_not_fit_the_table_cancels_a_read() {
    TransactionCanceledException refused =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                db.transactGetItems(
                    r -> r.transactItems(List.of(read("a"), readKey(map("pk", s("p")))))));

    assertThat(refused.cancellationReasons())
        .extracting(CancellationReason::code)
        .containsExactly("None", "ValidationError");
    assertThat(refused.cancellationReasons().getLast().message())
        .isEqualTo("The provided key element does not match the schema");
  }

  @Test
  void an_empty_key_refuses_a_transaction_and_a_key_of_another_type_cancels_it() {
    assertInvalid(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: sk",
        () ->
            db.transactWriteItems(
                r ->
                    r.transactItems(
                        putItem(map("pk", s("p"), "sk", s("a"))),
                        putItem(map("pk", s("p"), "sk", s(""))))));
    TransactionCanceledException refused =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                db.transactWriteItems(
                    r -> r.transactItems(put("a"), putItem(map("pk", s("p"), "sk", n(1))))));

    assertThat(refused.cancellationReasons())
        .extracting(CancellationReason::code)
        .containsExactly("None", "ValidationError");
    assertThat(get("p", "a")).isEmpty();
  }

  @Test
  void placeholders_of_an_action_without_expression_are_ignored() {
    TransactWriteItem write =
        TransactWriteItem.builder()
            .delete(
                d ->
                    d.tableName(TABLE)
                        .key(key("p", "a"))
                        .expressionAttributeNames(Map.of("#unused", "v")))
            .build();

    assertThat(db.transactWriteItems(r -> r.transactItems(write)).sdkHttpResponse().isSuccessful())
        .isTrue();
  }

  @Test
  void item_collections_are_reported_by_table() {
    TransactWriteItemsResponse answer =
        db.transactWriteItems(
            r ->
                r.transactItems(put("a"), put("b"))
                    .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));

    assertThat(answer.itemCollectionMetrics()).containsOnlyKeys(TABLE);
    assertThat(answer.itemCollectionMetrics().get(TABLE)).hasSize(1);
  }

  @Test
  void a_read_with_an_empty_key_value_is_refused_as_a_whole() {
    TransactGetItem get = get("p", "", null);

    assertInvalid(
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot"
            + " contain an empty string value. Key: sk",
        () -> db.transactGetItems(r -> r.transactItems(get("p", "s", null), get)));
  }

  @Test
  void a_read_of_which_the_projection_leaves_nothing_answers_no_item() {
    put("pk", s("p"), "sk", s("s"), "v", n(1));

    TransactGetItemsResponse answer =
        db.transactGetItems(
            r -> r.transactItems(get("p", "s", "v"), get("p", "s2", "v"), get("p", "s3", "w")));

    assertThat(answer.responses().get(0).item()).isEqualTo(map("v", n(1)));
    assertThat(answer.responses().get(1).hasItem()).isFalse();
    put("pk", s("p"), "sk", s("s3"), "v", n(1));
    assertThat(
            db.transactGetItems(r -> r.transactItems(get("p", "s3", "w")))
                .responses()
                .getFirst()
                .hasItem())
        .isFalse();
  }

  private static TransactGetItem get(String pk, String sk, @Nullable String projection) {
    return TransactGetItem.builder()
        .get(
            Get.builder()
                .tableName(TABLE)
                .key(key(pk, sk))
                .projectionExpression(projection)
                .build())
        .build();
  }

  @Test
  void items_larger_than_four_megabytes_together_are_not_read_in_one_transaction() {
    for (int i = 0; i < 11; i++) {
      put("pk", s("p"), "sk", s("s" + i), "m", s("x".repeat(390_000)));
    }
    List<TransactGetItem> gets =
        IntStream.range(0, 11)
            .mapToObj(
                i ->
                    TransactGetItem.builder()
                        .get(Get.builder().tableName(TABLE).key(key("p", "s" + i)).build())
                        .build())
            .toList();

    assertThat(db.transactGetItems(r -> r.transactItems(gets.subList(0, 10))).responses())
        .hasSize(10);
    assertInvalid(
        "Collection size of TransactGetItems exceeds the limit of 4 MB",
        () -> db.transactGetItems(r -> r.transactItems(gets)));
  }
}
