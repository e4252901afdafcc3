package dev.rampart.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.port.in.LimitRequests;
import dev.rampart.domain.port.out.InMemoryRequestCounter;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.RequestCounter;
import dev.rampart.domain.ratelimit.Allowance;
import dev.rampart.domain.ratelimit.RequestLimit;
import dev.rampart.domain.ratelimit.RequestWindow;
import dev.rampart.domain.ratelimit.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitRequestsUseCaseTest {
  private static final Requester ANN = Requester.user("ann");
  private static final Requester BOB = Requester.user("bob");
  private static final RequestLimit LIMIT = new RequestLimit(3, Duration.ofMinutes(1));

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T12:00:00.5Z"));
  private final RequestCounter memory = new InMemoryRequestCounter();
  private final List<RequestWindow> writes = new ArrayList<>();
  private boolean broken;
  private final LimitRequests limits = process();

  /** Returns one process of several that share a counter. */
  private LimitRequests process() {
    return new LimitRequestsUseCase(
        window -> {
          writes.add(window);
          if (broken) {
            throw new PortUnavailable("counter");
          }
          return memory.add(window);
        },
        LIMIT,
        clock);
  }

  private Allowance count(Requester requester) {
    return limits.count(requester).orElseThrow();
  }

  private void useUp(Requester requester) {
    for (int i = 0; i < LIMIT.quota(); i++) {
      assertThat(count(requester).granted()).isTrue();
    }
  }

  @Test
  void as_many_as_the_quota_pass_and_each_is_told_what_is_left() {
    assertThat(count(ANN).remaining()).isEqualTo(2);
    assertThat(count(ANN).remaining()).isEqualTo(1);
    assertThat(count(ANN))
        .matches(Allowance::granted)
        .extracting(Allowance::remaining)
        .isEqualTo(0L);
    assertThat(count(ANN).granted()).isFalse();
    assertThat(count(ANN).remaining()).isZero();
  }

  @Test
  void who_waits_as_told_may_go_on() {
    useUp(ANN);
    Allowance refused = count(ANN);
    clock.advance(refused.reset().minusMillis(1));
    assertThat(count(ANN).granted()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(count(ANN))
        .matches(Allowance::granted)
        .extracting(Allowance::remaining)
        .isEqualTo(2L);
  }

  @Test
  void one_caller_takes_nothing_from_another() {
    useUp(ANN);
    assertThat(count(ANN).granted()).isFalse();
    assertThat(count(BOB).remaining()).isEqualTo(2);
  }

  @Test
  void a_flood_costs_one_write_beyond_the_quota_in_each_process() {
    useUp(ANN);
    assertThat(count(ANN).counted()).isTrue();
    for (int i = 0; i < 1000; i++) {
      assertThat(count(ANN)).matches(refused -> !refused.granted() && !refused.counted());
    }
    assertThat(writes).hasSize(LIMIT.quota() + 1);
    LimitRequests other = process();
    assertThat(other.count(ANN).orElseThrow().granted()).isFalse();
    assertThat(other.count(ANN).orElseThrow().granted()).isFalse();
    assertThat(writes).hasSize(LIMIT.quota() + 2);
  }

  @Test
  void of_many_that_are_refused_the_oldest_are_forgotten_and_counted_again() {
    useUp(ANN);
    assertThat(count(ANN).granted()).isFalse();
    for (int i = 0; i < UsedUpWindows.WINDOWS_MAX; i++) {
      Requester other = Requester.user("other-" + i);
      useUp(other);
      assertThat(count(other).counted()).isTrue();
    }
    assertThat(count(ANN)).matches(again -> !again.granted() && again.counted());
    assertThat(count(Requester.user("other-999")).counted()).isFalse();
  }

  @Test
  void while_nothing_can_be_counted_requests_pass_and_the_counter_is_left_alone() {
    broken = true;
    assertThat(limits.count(ANN)).isEmpty();
    assertThat(limits.count(BOB)).isEmpty();
    assertThat(writes).hasSize(1);

    broken = false;
    clock.advance(LimitRequestsUseCase.PAUSE.minusMillis(1));
    assertThat(limits.count(ANN)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(count(ANN).remaining()).isEqualTo(2);
  }

  @Test
  void a_window_that_is_known_to_be_used_up_stays_so_while_nothing_can_be_counted() {
    useUp(ANN);
    assertThat(count(ANN).granted()).isFalse();
    broken = true;
    assertThat(limits.count(BOB)).isEmpty();
    assertThat(count(ANN).granted()).isFalse();
  }
}
