package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

final class StreamsTest extends TablesTestCase {
  private StreamReader stream;

  @BeforeEach
  void stream() {
    createTable();
    stream = StreamReader.of(server.url());
  }

  @AfterEach
  void closeStream() {
    stream.close();
  }

  @Test
  void each_change_is_one_record_with_both_images_in_order() {
    put("pk", s("p"), "sk", s("s"), "v", n(1));
    put("pk", s("p"), "sk", s("s"), "v", n(2));
    db.deleteItem(r -> r.tableName(TABLE).key(key("p", "s")));

    List<Record> records = stream.records();

    assertThat(records)
        .extracting(Record::eventName)
        .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
    assertThat(records.get(1).dynamodb().oldImage()).containsEntry("v", n(1));
    assertThat(records.get(1).dynamodb().newImage()).containsEntry("v", n(2));
    assertThat(records.get(1).dynamodb().keys()).isEqualTo(key("p", "s"));
    assertThat(records.get(2).dynamodb().hasNewImage()).isFalse();
    assertThat(records).extracting(Record::userIdentity).containsOnlyNulls();
  }

  @Test
  void a_write_that_changes_nothing_makes_no_record() {
    put("pk", s("p"), "sk", s("s"), "v", n(1));
    put("pk", s("p"), "sk", s("s"), "v", n(1));

    assertThat(stream.records()).hasSize(1);
  }

  @Test
  void latest_begins_after_what_is_there_and_the_next_iterator_goes_on() {
    put("pk", s("p"), "sk", s("s"));
    String latest = stream.iterator(ShardIteratorType.LATEST);
    put("pk", s("p"), "sk", s("t"));

    GetRecordsResponse first = stream.read(latest);

    assertThat(first.records()).hasSize(1);
    assertThat(first.records().getFirst().dynamodb().keys()).isEqualTo(key("p", "t"));
    assertThat(stream.read(first.nextShardIterator()).records()).isEmpty();
  }

  @Test
  void an_expired_item_goes_with_a_record_by_the_service() {
    db.updateTimeToLive(
        r ->
            r.tableName(TABLE)
                .timeToLiveSpecification(t -> t.enabled(true).attributeName("expiresAt")));
    long soon = now.get().getEpochSecond() + 60;
    put("pk", s("p"), "sk", s("s"), "expiresAt", n(soon));
    put("pk", s("p"), "sk", s("kept"), "expiresAt", n(soon + 3600));

    assertThat(server.tables().sweep()).isZero();
    advance(Duration.ofSeconds(61));
    int removed = server.tables().sweep();

    assertThat(removed).isLessThanOrEqualTo(1);
    assertThat(get("p", "s")).isEmpty();
    assertThat(get("p", "kept")).isNotEmpty();
    Record last = stream.records().getLast();
    assertThat(last.eventName()).isEqualTo(OperationType.REMOVE);
    assertThat(last.userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
    assertThat(last.userIdentity().type()).isEqualTo("Service");
    assertThat(last.dynamodb().oldImage())
        .isEqualTo(map("pk", s("p"), "sk", s("s"), "expiresAt", n(soon)));
  }

  @Test
  void records_are_kept_for_a_day() {
    put("pk", s("p"), "sk", s("s"));
    String iterator = stream.iterator(ShardIteratorType.TRIM_HORIZON);
    advance(Duration.ofHours(25));
    server.tables().sweep();

    assertThat(stream.records()).isEmpty();
    Assertions.assertThatExceptionOfType(ExpiredIteratorException.class)
        .isThrownBy(() -> stream.read(iterator));
  }
}
