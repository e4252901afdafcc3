package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.RequestReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The lines of requests on a terminal that may stand still. */
final class RequestPrinterTest {
  private final CountDownLatch stands = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final StringWriter printed = new StringWriter();

  /** Stands still until it is told to go on. */
  private final class Terminal extends Writer {
    @Override
    public void write(char[] text, int from, int length) {
      try {
        stands.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      printed.write(text, from, length);
    }

    @Override
    public void flush() {
      if (printed.toString().contains("more requests") && printed.toString().contains("last")) {
        end.countDown();
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static RequestReport report(String id) {
    return new RequestReport(id, "GET", "/v1", 200, List.of(), Optional.empty());
  }

  @Test
  void a_terminal_that_stands_still_holds_nobody_up_and_what_is_left_out_is_counted()
      throws InterruptedException {
    RequestPrinter printer = RequestPrinter.start(new PrintWriter(new Terminal()));
    for (int i = 0; i < 3000; i++) {
      printer.take(report("id-" + i));
    }
    stands.countDown();
    while (!printed.toString().contains("more requests")) {
      Thread.onSpinWait();
    }
    printer.take(report("last"));
    end.await();

    assertThat(printed.toString()).startsWith("id-0  GET /v1  200").contains("more requests");
    assertThat(printed.toString().lines().count()).isBetween(1001L, 1004L);
  }
}
