package dev.rampart.local.tables.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RequestConstraintsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FAILED = " failed to satisfy constraint: ";

  private static void require(String operation, String request) throws Exception {
    RequestConstraints.require(operation, JSON.readTree(request));
  }

  private static void assertRefused(String operation, String request, String message) {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> require(operation, request))
        .withMessage(message)
        .satisfies(e -> assertThat(e.code()).isEqualTo("ValidationException"));
  }

  @Test
  void all_violations_are_reported_in_the_order_of_the_service() {
    assertRefused(
        "PutItem",
        """
        {"ReturnValues":"A","ReturnItemCollectionMetrics":"B","TableName":"tab","ReturnConsumedCapacity":"C"}
        """,
        "4 validation errors detected: Value 'C' at 'returnConsumedCapacity'"
            + FAILED
            + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value null at 'item'"
            + FAILED
            + "Member must not be null; Value 'A' at 'returnValues'"
            + FAILED
            + "Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE,"
            + " UPDATED_NEW]; Value 'B' at 'returnItemCollectionMetrics'"
            + FAILED
            + "Member must satisfy enum value set: [SIZE, NONE]");
  }

  @Test
  void an_empty_table_name_is_reported_alone() {
    assertRefused(
        "UpdateItem",
        "{\"TableName\":\"\",\"ReturnConsumedCapacity\":\"C\"}",
        "1 validation error detected: Value '' at 'tableName'"
            + FAILED
            + "Member must have length greater than or equal to 1");
  }

  @Test
  void a_table_name_has_three_to_255_letters_or_is_an_arn() throws Exception {
    assertRefused(
        "GetItem",
        "{\"TableName\":\"a;\",\"Key\":{}}",
        "2 validation errors detected: Value 'a;' at 'tableName'"
            + FAILED
            + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at"
            + " 'tableName'"
            + FAILED
            + "Member must have length greater than or equal to 3");
    require("GetItem", "{\"TableName\":\"arn:aws:dynamodb:r:a:table/t\",\"Key\":{}}");
  }

  @Test
  void no_more_than_ten_violations_are_reported() {
    String elements =
        IntStream.range(0, 20).mapToObj(_ -> "{}").collect(Collectors.joining(",", "[", "]"));
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(
            () ->
                require(
                    "CreateTable",
                    "{\"TableName\":\"tab\",\"AttributeDefinitions\":" + elements + "}"))
        .withMessageStartingWith(
            "10 validation errors detected: Value null at"
                + " 'attributeDefinitions.1.member.attributeName'");
  }

  @Test
  void a_limit_of_zero_is_reported_in_two_ways() {
    assertRefused(
        "Query",
        "{\"TableName\":\"tab\",\"Limit\":0}",
        "1 validation error detected: Value at 'Limit'"
            + FAILED
            + "Member must have value greater than or equal to 1");
    assertRefused(
        "Scan",
        "{\"TableName\":\"tab\",\"Limit\":0}",
        "1 validation error detected: Value '0' at 'limit'"
            + FAILED
            + "Member must have value greater than or equal to 1");
  }

  @Test
  void a_limit_of_more_than_32_bits_is_unreadable() {
    for (String operation : List.of("Query", "Scan", "ListTables", "GetRecords")) {
      assertThat(refusal(operation, "{\"Limit\":3000000000}"))
          .hasMessage("NUMBER_VALUE cannot be converted to Integer");
    }
  }

  @Test
  void batches_have_items_and_not_too_many() {
    assertRefused(
        "BatchGetItem",
        "{\"RequestItems\":{}}",
        "The requestItems parameter is required for BatchGetItem");
    assertRefused(
        "BatchWriteItem",
        "{\"RequestItems\":{}}",
        "The requestItems parameter is required for BatchWriteItem");
    assertRefused(
        "BatchGetItem",
        "{\"RequestItems\":{\"tab\":{\"Keys\":" + list(101, "{}") + "}}}",
        "1 validation error detected: Value at 'RequestItems.tab.member.Keys'"
            + FAILED
            + "Member must have length less than or equal to 100");
    assertRefused(
        "BatchGetItem",
        "{\"RequestItems\":{\"tab\":{\"Keys\":[]}}}",
        "1 validation error detected: Value '[]' at 'requestItems.tab.member.keys'"
            + FAILED
            + "Member must have length greater than or equal to 1");
    assertRefused(
        "BatchWriteItem",
        "{\"RequestItems\":{\"tab\":[]}}",
        "1 validation error detected: Value '{tab=[]}' at 'requestItems'"
            + FAILED
            + "Map value must satisfy constraint: [Member must have length less than or equal to"
            + " 25, Member must have length greater than or equal to 1]");
  }

  @Test
  void a_long_value_is_cut_and_none_is_shown_after_the_tenth_violation() {
    String emptyLists =
        IntStream.range(0, 4_000)
            .mapToObj(i -> "\"t%d\":[]".formatted(i))
            .collect(Collectors.joining(","));
    String text = "x".repeat(1_000_000);

    AwsError refusal =
        refusal(
            "BatchWriteItem",
            "{\"RequestItems\":{\"tab\":[{\"PutRequest\":{\"Item\":{\"a\":{\"S\":\"%s\"}}}}],%s}}"
                .formatted(text, emptyLists));

    assertThat(refusal.getMessage())
        .startsWith("10 validation errors detected: Value '{tab=[{PutRequest={Item={a={S=xxx")
        .contains("xxx...' at 'requestItems'")
        .hasSizeLessThan(10 * (Shown.LENGTH_MAX + 1_000));
  }

  @Test
  void no_value_is_asked_for_after_the_tenth_violation() {
    AtomicInteger asked = new AtomicInteger();
    Violations violations = new Violations();

    for (int i = 0; i < 20; i++) {
      violations.add(() -> "value" + asked.incrementAndGet(), Location.ROOT, "constraint");
    }

    assertThat(asked).hasValue(10);
  }

  @Test
  void a_long_key_is_cut_in_the_path_of_each_member() {
    AwsError refusal =
        refusal(
            "BatchWriteItem",
            "{\"RequestItems\":{\"%s\":%s}}"
                .formatted(
                    "k".repeat(50_000),
                    list(25, "{\"PutRequest\":{},\"DeleteRequest\":{\"Key\":{}}}")));

    assertThat(refusal.getMessage()).hasSizeLessThan(12 * (Shown.LENGTH_MAX + 1_000));
  }

  @Test
  void only_what_a_violation_shows_of_a_value_is_visited() {
    AtomicInteger visited = new AtomicInteger();
    Object element =
        new Object() {
          @Override
          public String toString() {
            return "e" + visited.incrementAndGet();
          }
        };
    ArrayNode elements = JSON.createArrayNode();
    IntStream.range(0, Shown.LENGTH_MAX).forEach(_ -> elements.addPOJO(element));
    ObjectNode request = JSON.createObjectNode();
    ObjectNode put = request.putArray("TransactItems").addObject().putObject("Put");
    put.put("TableName", "tab").set("Item", elements);

    RequestConstraints.require("TransactWriteItems", request);
    assertThat(visited).hasValue(0);

    assertThat(Shown.value(elements)).startsWith("[e1, e2, e3").endsWith("...");
    assertThat(visited).hasValueLessThan(Shown.LENGTH_MAX / 2);
  }

  @Test
  void a_deep_value_is_shown() {
    assertThat(refusal("TransactWriteItems", transaction(101, 450)).getMessage())
        .startsWith(
            "1 validation error detected: Value '[TransactWriteItem(put={TableName=tab,"
                + " Item={a={M={a={M={a=");
  }

  /** Returns the actions of a transaction, the value of each as deep as that. */
  private static String transaction(int actions, int depth) {
    String value = "{\"M\":{\"a\":".repeat(depth) + "{\"S\":\"\"}" + "}}".repeat(depth);
    return "{\"TransactItems\":%s}"
        .formatted(
            list(
                actions, "{\"Put\":{\"TableName\":\"tab\",\"Item\":{\"a\":%s}}}".formatted(value)));
  }

  @Test
  void a_member_without_a_name_is_shown_too() {
    assertThat(refusal("TransactGetItems", "{\"TransactItems\":" + list(101, "{\"\":1}") + "}"))
        .hasMessageStartingWith(
            "10 validation errors detected: Value '[TransactGetItem(=1), TransactGetItem(=1)");
  }

  private static AwsError refusal(String operation, String request) {
    return assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> require(operation, request))
        .actual();
  }

  private static String list(int size, String element) {
    return IntStream.range(0, size)
        .mapToObj(_ -> element)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void the_parts_of_a_new_table_are_checked_one_by_one() {
    assertRefused(
        "CreateTable",
        "{}",
        "The parameter 'TableName' is required but was not present in the request");
    assertRefused(
        "CreateTable",
        """
        {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"X"}],
         "KeySchema":[{"AttributeName":"a","KeyType":"Y"}]}
        """,
        "2 validation errors detected: Value 'X' at 'attributeDefinitions.1.member.attributeType'"
            + FAILED
            + "Member must satisfy enum value set: [B, N, S]; Value 'Y' at"
            + " 'keySchema.1.member.keyType'"
            + FAILED
            + "Member must satisfy enum value set: [HASH, RANGE]");
    assertRefused(
        "CreateTable",
        "{\"TableName\":\"tab\",\"AttributeDefinitions\":[],\"KeySchema\":"
            + list(3, "{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}")
            + "}",
        "1 validation error detected: Value '[KeySchemaElement(attributeName=a, keyType=HASH),"
            + " KeySchemaElement(attributeName=a, keyType=HASH), KeySchemaElement(attributeName=a,"
            + " keyType=HASH)]' at 'keySchema'"
            + FAILED
            + "Member must have length less than or equal to 2");
  }

  @Test
  void an_update_in_a_transaction_needs_its_expression() {
    assertRefused(
        "TransactWriteItems",
        "{\"TransactItems\":[{\"Update\":{\"TableName\":\"tab\",\"Key\":{}}}]}",
        "1 validation error detected: Value null at"
            + " 'transactItems.1.member.update.updateExpression'"
            + FAILED
            + "Member must not be null");
  }

  @Test
  void json_of_the_wrong_type_is_unreadable_and_an_unknown_operation_has_no_constraints() {
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> require("GetItem", "{\"TableName\":1}"))
        .withMessage("NUMBER_VALUE cannot be converted to String");
    assertThatCode(() -> require("Unknown", "{}")).doesNotThrowAnyException();
  }
}
