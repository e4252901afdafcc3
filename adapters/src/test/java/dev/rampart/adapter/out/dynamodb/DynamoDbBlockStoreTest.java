package dev.rampart.adapter.out.dynamodb;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static dev.rampart.domain.port.out.BlockExamples.blockedAtNoon;
import static dev.rampart.domain.port.out.BlockExamples.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.block.Block;
import dev.rampart.domain.detection.block.BlockState;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.port.out.BlockStore;
import dev.rampart.domain.port.out.BlockStoreContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbBlockStoreTest implements BlockStoreContract {
  private static final Pattern NAME = Pattern.compile("[a-z]+");

  private final TestTables tables = new TestTables();

  @AfterAll
  void close() {
    tables.close();
  }

  @Override
  public BlockStore newBlockStore() {
    return new DynamoDbBlockStore(tables.client, tables.createPlain());
  }

  @Test
  void what_only_another_release_knows_makes_no_block_unreadable() {
    String table = tables.createPlain();
    BlockStore store = new DynamoDbBlockStore(tables.client, table);
    SourceRecord proposed =
        blockedAtNoon(SOURCE)
            .with(
                ResponseDecision.about(
                    finding("f-2", DetectorKind.BURST_PROBE, "203.0.113.7", NOON),
                    new Response.Proposed(ProposalReason.SHARED)));
    assertThat(store.save(blockedAtNoon(SOURCE), Optional.empty())).isTrue();
    assertThat(store.save(proposed, Optional.empty())).isTrue();
    for (String attribute : List.of("det", "state", "over")) {
      set(table, BlockKeys.kept(SOURCE), attribute);
    }
    set(table, BlockKeys.record(SOURCE), "decisions[1].why");
    set(table, BlockKeys.record(SOURCE), "decisions[1].det");
    set(table, BlockKeys.record(SOURCE), "block.det");
    assertThat(store.all()).hasSize(1);
    Block block = store.all().getFirst();
    assertThat(block.isInForce(NOON)).isTrue();
    assertThat(block.state()).isEqualTo(BlockState.PENDING);
    assertThat(store.find(SOURCE).blockInForce(NOON)).isPresent();
    assertThat(store.find(SOURCE).decisions().getLast().response())
        .isEqualTo(new Response.Proposed(ProposalReason.OTHER));
  }

  private void set(String table, Map<String, AttributeValue> key, String path) {
    Map<String, String> names =
        NAME.matcher(path)
            .results()
            .collect(Collectors.toMap(name -> "#" + name.group(), MatchResult::group));
    assertThat(
            tables.client.updateItem(
                request ->
                    request
                        .tableName(table)
                        .key(key)
                        .updateExpression(
                            "SET " + NAME.matcher(path).replaceAll("#$0") + " = :other")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(
                            Map.of(":other", Attributes.text("ofAnotherRelease")))))
        .isNotNull();
  }
}
