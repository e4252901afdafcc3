package dev.rampart.local.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rampart.local.supervision.Fault;
import dev.rampart.local.tables.operation.ClientTokens;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.table.Catalog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class SweepTaskTest {

  @Test
  void an_error_does_not_end_the_sweeping() {
    AtomicBoolean broken = new AtomicBoolean(true);
    InstantSource clock =
        () -> {
          if (broken.get()) {
            throw new StackOverflowError();
          }
          return Instant.EPOCH;
        };
    try (Store store = Store.inMemory()) {
      ClientTokens tokens = new ClientTokens(store, clock);
      Sweeper sweeper = new Sweeper(new Catalog(store, clock), store, clock, tokens);
      SweepTask task = new SweepTask(sweeper, InstantSource.system());

      assertThatCode(task::run).doesNotThrowAnyException();
      assertThat(task.fault().map(Fault::times)).contains(1L);

      broken.set(false);
      task.run();
      assertThat(task.fault()).isEmpty();
    }
  }
}
