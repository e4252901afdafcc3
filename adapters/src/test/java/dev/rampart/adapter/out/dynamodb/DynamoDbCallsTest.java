package dev.rampart.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.port.out.PortUnavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

final class DynamoDbCallsTest {
  private static final String TABLE = "table";

  @Test
  void keys_that_were_not_processed_are_asked_for_again() {
    assertThat(DynamoDbCalls.find(new ShortOfUnits(3), TABLE, keys(8)))
        .extracting(item -> item.text("pk"))
        .containsExactlyInAnyOrder("k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7");
  }

  @Test
  void a_table_that_reads_hardly_any_is_no_answer() {
    assertThatThrownBy(() -> DynamoDbCalls.find(new ShortOfUnits(1), TABLE, keys(8)))
        .isInstanceOf(PortUnavailable.class);
  }

  private static List<Map<String, AttributeValue>> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> Attributes.key("k" + i, "s")).toList();
  }

  /** A table that has every item, and reads so many at a time. */
  private record ShortOfUnits(int atOnce) implements DynamoDbClient {
    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      KeysAndAttributes asked = request.requestItems().get(TABLE);
      assertThat(asked.consistentRead()).isTrue();
      int read = Math.min(atOnce, asked.keys().size());
      List<Map<String, AttributeValue>> left = asked.keys().subList(read, asked.keys().size());
      BatchGetItemResponse.Builder answer =
          BatchGetItemResponse.builder().responses(Map.of(TABLE, asked.keys().subList(0, read)));
      return left.isEmpty()
          ? answer.build()
          : answer.unprocessedKeys(Map.of(TABLE, asked.toBuilder().keys(left).build())).build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
