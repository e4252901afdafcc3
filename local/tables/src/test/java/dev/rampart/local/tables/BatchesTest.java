package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

final class BatchesTest extends TablesTestCase {

  @BeforeEach
  void table() {
    createTable();
  }

  private static WriteRequest put(String sk) {
    return WriteRequest.builder()
        .putRequest(p -> p.item(map("pk", s("p"), "sk", s(sk), "v", n(1))))
        .build();
  }

  private static WriteRequest delete(String sk) {
    return WriteRequest.builder().deleteRequest(d -> d.key(key("p", sk))).build();
  }

  private void write(List<WriteRequest> writes) {
    db.batchWriteItem(r -> r.requestItems(Map.of(TABLE, writes)));
  }

  @Test
  void puts_and_deletes_of_a_batch_all_happen() {
    write(List.of(put("a"), put("b")));
    write(List.of(delete("a"), put("c"), delete("none")));

    assertThat(get("p", "a")).isEmpty();
    assertThat(get("p", "b")).isNotEmpty();
    assertThat(get("p", "c")).isNotEmpty();
  }

  @Test
  void a_batch_with_one_bad_write_does_nothing() {
    WriteRequest bad = WriteRequest.builder().putRequest(p -> p.item(map("pk", s("p")))).build();

    assertInvalid(
        "One or more parameter values were invalid: Missing the key sk in the item",
        () -> write(List.of(put("a"), bad)));
    assertThat(get("p", "a")).isEmpty();
  }

  @Test
  void the_same_item_twice_or_more_than_25_writes_are_refused() {
    assertInvalid(
        "Provided list of item keys contains duplicates",
        () -> write(List.of(put("a"), delete("a"))));
    List<WriteRequest> many = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      many.add(put("s" + i));
    }
    Assertions.assertThatException()
        .isThrownBy(() -> write(many))
        .withMessageContaining("Member must have length less than or equal to 25");
  }

  @Test
  void a_batch_read_returns_what_exists_and_only_what_is_wanted() {
    write(List.of(put("a"), put("b")));

    BatchGetItemResponse answer =
        db.batchGetItem(
            r ->
                r.requestItems(
                    Map.of(
                        TABLE,
                        KeysAndAttributes.builder()
                            .keys(List.of(key("p", "a"), key("p", "b"), key("p", "none")))
                            .projectionExpression("sk")
                            .build())));

    assertThat(answer.responses().get(TABLE))
        .containsExactlyInAnyOrder(map("sk", s("a")), map("sk", s("b")));
    assertThat(answer.unprocessedKeys()).isEmpty();
  }

  @Test
  void what_exceeds_16_megabytes_is_left_for_the_next_call() {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      put("pk", s("p"), "sk", s("s" + i), "b", s("x".repeat(390_000)));
      keys.add(key("p", "s" + i));
    }
    BatchGetItemResponse first =
        db.batchGetItem(
            r -> r.requestItems(Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build())));
    BatchGetItemResponse second = db.batchGetItem(r -> r.requestItems(first.unprocessedKeys()));

    int firstCount = first.responses().getOrDefault(TABLE, List.of()).size();
    int secondCount = second.responses().getOrDefault(TABLE, List.of()).size();
    assertThat(firstCount).isLessThan(45);
    assertThat(firstCount + secondCount).isEqualTo(45);
  }
}
