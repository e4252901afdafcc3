package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.port.out.BlockExamples;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.FindingStoreContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbFindingStoreTest implements FindingStoreContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public FindingStore newFindingStore() {
    return new DynamoDbFindingStore(tables.client, tables.createDetection());
  }

  @Test
  void what_cannot_be_read_any_more_holds_up_nothing_that_is_due() {
    String table = tables.createDetection();
    FindingStore store = new DynamoDbFindingStore(tables.client, table);
    for (String address : List.of("198.51.100.1", "198.51.100.2", "198.51.100.3")) {
      Finding finding = BlockExamples.finding(address, DetectorKind.BURST_PROBE, address, NOON);
      assertThat(store.openOrUpdate(finding, NOON).version()).isEqualTo(1);
    }
    Map<String, AttributeValue> older = DetectionKeys.finding(new FindingId("198.51.100.1"));
    var _ =
        tables.client.updateItem(
            update ->
                update
                    .tableName(table)
                    .key(older)
                    .updateExpression("SET detector = :gone")
                    .expressionAttributeValues(Map.of(":gone", Attributes.text("SIGNAL_COUNT"))));

    assertThat(store.due(NOON.plusSeconds(600), 1)).hasSize(1);
    assertThat(store.due(NOON.plusSeconds(600), 9))
        .extracting(record -> record.id().text())
        .containsExactly("198.51.100.2", "198.51.100.3");
  }
}
