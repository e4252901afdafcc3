package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ProfileStore;
import dev.rampart.domain.port.out.ProfileStoreContract;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbProfileStoreTest implements ProfileStoreContract {
  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public ProfileStore newProfileStore() {
    return new DynamoDbProfileStore(tables.client, tables.createPlain());
  }

  @Test
  void a_table_that_is_not_there_makes_the_port_unavailable() {
    DynamoDbProfileStore store = new DynamoDbProfileStore(tables.client, "no-such-table");
    assertThatThrownBy(() -> store.add(ADDRESS, List.of(at(0, "a"))))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void a_busy_item_sheds_what_has_become_old() {
    String table = tables.createPlain();
    DynamoDbProfileStore store = new DynamoDbProfileStore(tables.client, table);
    for (int minute = 0; minute < 200; minute++) {
      assertThat(store.add(ADDRESS, List.of(at(minute * 60L, "s" + minute))).counts())
          .hasSizeLessThanOrEqualTo(60);
    }
    Map<String, AttributeValue> item =
        tables
            .client
            .getItem(request -> request.tableName(table).key(DetectionKeys.profile(ADDRESS)))
            .item();
    assertThat(item).hasSizeLessThan(60 + 16 + 10);
  }

  @Test
  void every_point_has_a_code_of_its_own_and_survives_the_store() {
    assertThat(Arrays.stream(DetectionPoint.values()).map(DetectionPointCode::of))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.length() == DetectionPointCode.LENGTH);
    DetectionPoint[] points = DetectionPoint.values();
    List<Signal> signals =
        IntStream.range(0, points.length).mapToObj(i -> at(0, "p" + i, points[i])).toList();
    assertThat(newProfileStore().add(ADDRESS, signals).counts().values().iterator().next())
        .containsOnlyKeys(points);
  }
}
