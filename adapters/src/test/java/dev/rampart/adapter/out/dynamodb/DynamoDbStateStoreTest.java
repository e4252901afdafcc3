package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import dev.rampart.domain.port.out.StateStoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbStateStoreTest implements StateStoreContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public StateStore newStateStore() {
    return new DynamoDbStateStore(tables.client, tables.createPlain());
  }

  @Test
  void a_table_that_is_not_there_makes_the_port_unavailable() {
    DynamoDbStateStore store = new DynamoDbStateStore(tables.client, "no-such-table");
    assertThatThrownBy(() -> store.add(ADDRESS, seen(at(0, "a"))))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void a_busy_item_sheds_what_has_become_old() {
    String table = tables.createPlain();
    DynamoDbStateStore store = new DynamoDbStateStore(tables.client, table);
    long tenMinutes = 600;
    for (int i = 0; i < 1_000; i++) {
      assertThat(store.add(ADDRESS, seen(at(i * tenMinutes, "s" + i))).cellList())
          .hasSizeLessThanOrEqualTo(12);
    }
    assertThat(item(table)).hasSizeLessThan(12 + 3 + 16 + 3);
  }

  @Test
  void whatever_a_subject_does_its_item_stays_small_and_holds_ids_of_three_half_hours() {
    String table = tables.createPlain();
    DynamoDbStateStore store = new DynamoDbStateStore(tables.client, table);
    DetectionPoint[] points = DetectionPoint.values();
    int n = 0;
    for (int minute = 0; minute < 600; minute += 5) {
      List<Observation> batch = new ArrayList<>();
      for (int i = 0; i < 20; i++, n++) {
        Signal signal = at(minute * 60L + i, "s" + n, points[n * 7 % points.length]);
        RequestFacts request = RequestFacts.unknown().withResourceId("r" + n);
        batch.addAll(seen(with(signal, request)));
      }
      assertThat(store.add(ADDRESS, batch)).isNotNull();
      StateItem item = new StateItem(item(table), NOON.toEpochMilli());
      assertThat(item.bytes()).isLessThanOrEqualTo(1_024);
      assertThat(item.item().keySet().stream().filter(name -> name.startsWith("q")).count())
          .isLessThanOrEqualTo(3);
    }
  }

  private static Signal with(Signal signal, RequestFacts request) {
    return new Signal(
        signal.id(),
        signal.observedAt(),
        signal.gate(),
        signal.point(),
        signal.source(),
        request,
        signal.evidence());
  }

  private Map<String, AttributeValue> item(String table) {
    return tables
        .client
        .getItem(request -> request.tableName(table).key(DetectionKeys.state(ADDRESS)))
        .item();
  }

  private static List<Observation> seen(Signal signal) {
    return List.of(new SignalDigest(signal, HASH).forSource());
  }
}
