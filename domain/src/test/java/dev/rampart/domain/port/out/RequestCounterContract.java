package dev.rampart.domain.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.ratelimit.RequestWindow;
import dev.rampart.domain.ratelimit.Requester;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link RequestCounter} owes its callers. */
public interface RequestCounterContract {
  Instant END = Instant.parse("2026-11-24T12:01:00Z");
  RequestWindow ANN = new RequestWindow(Requester.user("ann"), END);

  /** Returns a counter that has counted nothing. */
  RequestCounter newRequestCounter();

  @Test
  default void each_request_is_counted_once() {
    RequestCounter counter = newRequestCounter();
    assertThat(counter.add(ANN)).isEqualTo(1);
    assertThat(counter.add(ANN)).isEqualTo(2);
    assertThat(counter.add(ANN)).isEqualTo(3);
  }

  @Test
  default void neither_another_window_nor_another_requester_counts() {
    RequestCounter counter = newRequestCounter();
    IpAddress address = IpAddress.parse("192.0.2.7").orElseThrow();
    assertThat(counter.add(ANN)).isEqualTo(1);
    assertThat(counter.add(new RequestWindow(ANN.requester(), END.plusSeconds(60)))).isEqualTo(1);
    assertThat(counter.add(new RequestWindow(Requester.user("bob"), END))).isEqualTo(1);
    assertThat(counter.add(new RequestWindow(Requester.user("192.0.2.7"), END))).isEqualTo(1);
    assertThat(counter.add(new RequestWindow(Requester.address(address), END))).isEqualTo(1);
    assertThat(counter.add(ANN)).isEqualTo(2);
  }

  @Test
  default void of_requests_at_the_same_time_none_is_lost_and_none_counts_as_another()
      throws InterruptedException {
    RequestCounter counter = newRequestCounter();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Long>> requests =
          Stream.<Callable<Long>>generate(() -> () -> counter.add(ANN)).limit(64).toList();
      List<Long> counts =
          pool.invokeAll(requests).stream().map(Future::resultNow).sorted().toList();
      assertThat(counts).containsExactlyElementsOf(LongStream.rangeClosed(1, 64).boxed().toList());
    }
  }
}
