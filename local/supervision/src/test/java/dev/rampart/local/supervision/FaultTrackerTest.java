package dev.rampart.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultTrackerTest {
  private final TestClock clock = new TestClock();
  private final FaultTracker faults = new FaultTracker("The journal", clock);
  private final List<String> logged = new ArrayList<>();
  private final Logger logger = Logger.getLogger(FaultTracker.class.getName());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stop_listening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void a_fault_is_logged_once_however_often_it_happens() {
    for (int i = 0; i < 1000; i++) {
      clock.pass(Duration.ofSeconds(1));
      faults.failed(new IOException("No space left on device"));
      if (i % 10 == 0) {
        faults.succeeded();
      }
    }
    assertThat(logged)
        .containsExactly("The journal failed: IOException: No space left on device. It goes on.");
  }

  @Test
  void the_program_may_say_in_each_message_which_place_shows_the_faults() {
    FaultTracker.appendToMessages("; see the board");
    try {
      faults.failed("a");
    } finally {
      FaultTracker.appendToMessages("");
    }
    assertThat(logged).containsExactly("The journal failed: a. It goes on; see the board.");
  }

  @Test
  void another_fault_is_logged_and_so_is_the_same_after_a_minute_of_success() {
    faults.failed("a");
    faults.failed("b");
    faults.failed("a");
    assertThat(logged).hasSize(2);
    faults.succeeded();
    clock.pass(Duration.ofSeconds(60));
    faults.succeeded();
    faults.failed("a");
    assertThat(logged).hasSize(3);
  }

  @Test
  void the_current_fault_says_since_when_and_how_often() {
    Instant start = clock.instant();
    faults.failed("a");
    clock.pass(Duration.ofSeconds(5));
    faults.failed("b");
    assertThat(faults.current()).contains(new Fault("b", start, 2));
    faults.succeeded();
    assertThat(faults.current()).isEmpty();
    assertThat(faults.lastSuccess()).contains(clock.instant());
  }

  @Test
  void an_unexpected_exception_is_described_with_its_place_in_one_short_line() {
    faults.failed(new IllegalStateException("two\nlines " + "x".repeat(1000)));
    faults.failed("cannot start:\nthere are reasons");
    assertThat(logged.getLast()).contains("cannot start: there are reasons");
    faults.failed(new StackOverflowError());
    assertThat(logged.getFirst()).hasSizeLessThan(500).contains("two lines x").doesNotContain("\n");
    assertThat(logged.getLast()).contains("StackOverflowError (at dev.rampart.local.supervision");
  }
}
