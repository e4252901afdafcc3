package dev.rampart.local.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

final class PasswordHasherTest {
  private final Semaphore turns = new Semaphore(1, true);
  private final PasswordHasher hasher = new PasswordHasher(false, turns);

  @Test
  void a_password_is_hashed_when_it_is_its_turn() throws InterruptedException {
    turns.acquire();
    Thread hashing = Thread.startVirtualThread(() -> hasher.hash("Correct-horse-7-battery"));
    while (hashing.isAlive() && !turns.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    assertThat(turns.hasQueuedThreads()).isTrue();
    turns.release();
    hashing.join();
    assertThat(turns.availablePermits()).isEqualTo(1);
  }
}
