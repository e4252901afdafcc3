package dev.rampart.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.engine.SignalSubjects;
import dev.rampart.domain.detection.signal.SignalExamples;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbSourceUsageTest {
  private static final Instant NOW = SignalExamples.NOON.plus(Duration.ofMinutes(1));

  private final TestTables tables = new TestTables();
  private final String table = tables.createPlain();
  private final DynamoDbSourceUsage usage = new DynamoDbSourceUsage(tables.client, table);

  @AfterAll
  void close() {
    tables.close();
  }

  @Test
  void everybody_who_signed_in_from_a_source_is_counted_once() {
    keep(
        new SignalScript()
            .from("203.0.113.7")
            .authOk("ann")
            .authOk("bob")
            .authOk("ann")
            .authFail("eve"));

    assertThat(people("203.0.113.7", NOW)).isEqualTo(2);
    assertThat(people("203.0.113.8", NOW)).as("of which nothing is known").isZero();
    assertThat(people("203.0.113.7", NOW.plus(Duration.ofDays(4)))).as("days later").isZero();
  }

  @Test
  void the_addresses_of_one_site_are_one_source() {
    keep(
        new SignalScript()
            .from("2001:db8:1:2::7")
            .authOk("ann")
            .from("2001:db8:1:2::8")
            .authOk("bob"));

    assertThat(people("2001:db8:1:2::/64", NOW)).isEqualTo(2);
  }

  @Test
  void a_table_that_is_not_there_makes_the_port_unavailable() {
    DynamoDbSourceUsage broken = new DynamoDbSourceUsage(tables.client, "no-such-table");
    SourceRange source = SourceRange.parse("203.0.113.7/32").orElseThrow();
    assertThatThrownBy(() -> broken.people(source, NOW)).isInstanceOf(PortUnavailable.class);
  }

  private int people(String source, Instant at) {
    return usage.people(SourceRange.parse(source).orElseThrow(), at);
  }

  private void keep(SignalScript script) {
    DynamoDbStateStore states = new DynamoDbStateStore(tables.client, table);
    script.signals().stream()
        .map(signal -> new SignalDigest(signal, SignalScript.HASH))
        .forEach(
            digest ->
                assertThat(
                        states.add(
                            SignalSubjects.source(digest).orElseThrow(),
                            List.of(digest.forSource())))
                    .isNotNull());
  }
}
