package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.attack.AttackPlay;
import dev.rampart.local.attack.PlayClock;
import dev.rampart.local.client.TokenClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mixed attack of {@code ./rampart up --attack}, with no pauses. */
final class AttackScenarioTest {
  private static final Duration LENGTH = Duration.ofMinutes(3);

  /** What each attacker has to be found by. */
  private static final List<String> EXPECTED =
      List.of(
          "BURST_PROBE 127.0.3.1",
          "BRUTE_FORCE 127.0.4.1",
          "CRED_STUFFING 127.0.5.1",
          "TOKEN_ABUSE 127.0.6.1",
          "ENUMERATION_BOLA 127.0.7.1",
          "SCHEMA_FUZZ 127.0.8.1",
          "BURST_PROBE 127.0.9.1");

  @Test
  void attackers_are_found_and_honest_clients_are_not() throws Exception {
    StringWriter out = new StringWriter();
    try (Running run = Running.controlled(Map.of(), Set.of())) {
      TokenClient tokens = new TokenClient(run.instance, InstantSource.system());
      new AttackPlay(run.instance, LENGTH, new PrintWriter(out))
          .run(
              user -> tokens.token(run.instance.user(user), List.of()),
              unpaced(() -> found(run).containsAll(EXPECTED)));

      assertThat(found(run)).containsAll(EXPECTED);
      assertThat(found(run))
          .noneMatch(what -> what.endsWith("127.0.1.1") || what.endsWith("127.0.2.1"));
    }
    assertThat(out.toString().lines().filter(line -> line.startsWith("  honest")))
        .hasSize(2)
        .allMatch(line -> line.endsWith(" -"));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void an_interrupt_ends_it() throws Exception {
    Running run = Running.shared();
    CountDownLatch begun = new CountDownLatch(1);
    PlayClock never =
        new PlayClock() {
          @Override
          public Duration elapsed() {
            return Duration.ZERO;
          }

          @Override
          public void await(Duration time) throws InterruptedException {
            begun.countDown();
            new CountDownLatch(1).await();
          }
        };
    AttackPlay play = new AttackPlay(run.instance, LENGTH, new PrintWriter(new StringWriter()));
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread playing =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    play.run(_ -> "token", never);
                  } catch (Exception e) {
                    end.set(e);
                  }
                });
    begun.await();
    playing.interrupt();
    playing.join();

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  private static List<String> found(Running run) {
    return run.events(event -> event.path("detail-type").asText().equals("ThreatDetected")).stream()
        .map(event -> event.path("detail"))
        .map(threat -> threat.path("detector").asText() + " " + threat.path("subject").asText())
        .toList();
  }

  /** Everybody acts at once; the time after the play ends when what is due has been found. */
  private static PlayClock unpaced(BooleanSupplier isDone) {
    return new PlayClock() {
      @Override
      public Duration elapsed() {
        return LENGTH;
      }

      @Override
      public void await(Duration time) {
        if (time.compareTo(LENGTH) > 0) {
          var _ = Running.eventually(isDone);
        }
      }
    };
  }
}
