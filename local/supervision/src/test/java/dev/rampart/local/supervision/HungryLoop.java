package dev.rampart.local.supervision;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A process that does nothing but run a loop whose step keeps more and more. */
final class HungryLoop {
  private HungryLoop() {}

  public static void main(String[] args) throws InterruptedException {
    OutOfMemory.prepare("parrot");
    AtomicReference<Object> kept = new AtomicReference<>("");
    try (Loop _ =
        Loop.start(
            "A hungry loop",
            () -> {
              kept.set(new Object[] {kept.get(), new byte[1024 * 1024]});
              return Optional.of(Duration.ZERO);
            },
            InstantSource.system())) {
      Thread.currentThread().join();
    }
  }
}
