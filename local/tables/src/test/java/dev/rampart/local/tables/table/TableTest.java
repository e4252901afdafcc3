package dev.rampart.local.tables.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.value.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static final KeySchema KEYS =
      new KeySchema(new KeySchema.Attribute("id", Type.S), Optional.empty());

  private static TableDefinition definition(IndexDefinition... indexes) {
    return new TableDefinition(
        "table",
        KEYS,
        List.of(indexes),
        Optional.empty(),
        false,
        JsonNodeFactory.instance.objectNode());
  }

  @Test
  void an_index_is_out_of_sight_before_its_rows_are_dropped() {
    IndexDefinition index = new IndexDefinition("index", false, KEYS, Optional.empty());
    try (Store store = Store.inMemory()) {
      Table table = new Table(definition(index), "id", Instant.EPOCH, Optional.empty(), store);
      Store unableToDrop = Store.inMemory();
      unableToDrop.close();

      assertThatException().isThrownBy(() -> table.update(definition(), unableToDrop));

      assertThat(table.indexes()).isEmpty();
      assertThat(table.definition().indexes()).isEmpty();
    }
  }
}
