package dev.rampart.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.RequestCounter;
import dev.rampart.domain.port.out.RequestCounterContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbRequestCounterTest implements RequestCounterContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public RequestCounter newRequestCounter() {
    return new DynamoDbRequestCounter(tables.client, tables.createCounts());
  }

  @Test
  void a_table_that_is_not_there_makes_the_port_unavailable() {
    RequestCounter counter = new DynamoDbRequestCounter(tables.client, "no-such-table");
    assertThatThrownBy(() -> counter.add(ANN)).isInstanceOf(PortUnavailable.class);
  }

  @Test
  void an_item_names_nobody_and_goes_when_its_window_has_ended() {
    String table = tables.createCounts();
    assertThat(new DynamoDbRequestCounter(tables.client, table).add(ANN)).isEqualTo(1);

    List<Map<String, AttributeValue>> items =
        tables.client.scan(request -> request.tableName(table)).items();
    assertThat(items).hasSize(1);
    String key = Objects.requireNonNull(items.getFirst().get("pk")).s();
    assertThat(key).matches("RATE#USER#[0-9a-f]{16}#" + END.getEpochSecond());
    assertThat(items.getFirst())
        .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(END.getEpochSecond())))
        .containsEntry("requests", AttributeValue.fromN("1"));
  }
}
