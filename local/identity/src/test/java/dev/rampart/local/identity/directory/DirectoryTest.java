package dev.rampart.local.identity.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.identity.Fixture;
import dev.rampart.local.identity.TestClock;
import dev.rampart.local.identity.store.Vault;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DirectoryTest {
  private static final int USERS_MAX = 10_000;

  private final Vault vault = Vault.inMemory();
  private final Directory directory =
      new Directory(Fixture.settings(vault, _ -> {}), vault, new TestClock());

  @Test
  void one_user_too_many_is_refused_until_another_is_deleted() {
    for (int i = 0; i < USERS_MAX; i++) {
      directory.create("user" + i, Map.of());
    }
    assertThatThrownBy(() -> directory.create("ann", Map.of()))
        .hasMessage("The local pool keeps 10000 users at most. Delete some to make room.");
    directory.delete("user0");
    directory.create("ann", Map.of());
  }
}
