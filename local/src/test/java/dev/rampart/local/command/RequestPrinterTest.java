package dev.rampart.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.RequestReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lines of requests on a terminal that may stand still. */
final class RequestPrinterTest {
  private static final int REQUESTS = 3000;
  private static final Pattern LEFT_OUT = Pattern.compile("… and (\\d+) more requests");

  private final CountDownLatch stands = new CountDownLatch(1);
  private final CountDownLatch told = new CountDownLatch(1);
  private final StringWriter printed = new StringWriter();

  /** Stands still until it is told to go on; notices when every request was told of. */
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
      if (printedLines() + leftOut() == REQUESTS) {
        told.countDown();
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static RequestReport report(String id) {
    return new RequestReport(
        id,
        "GET",
        "/v1",
        200,
        List.of(),
        List.of(),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty());
  }

  private long printedLines() {
    return printed.toString().lines().filter(line -> line.startsWith("id-")).count();
  }

  private int leftOut() {
    return LEFT_OUT
        .matcher(printed.toString())
        .results()
        .mapToInt(count -> Integer.parseInt(count.group(1)))
        .sum();
  }

  @Test
  void a_terminal_that_stands_still_holds_nobody_up_and_what_is_left_out_is_counted()
      throws InterruptedException {
    RequestPrinter printer = RequestPrinter.start(new PrintWriter(new Terminal()));
    for (int i = 0; i < REQUESTS; i++) {
      printer.take(report("id-" + i));
    }
    stands.countDown();
    told.await();

    assertThat(printed.toString()).startsWith("id-0  GET /v1  200");
    assertThat(leftOut()).isBetween(REQUESTS - 1001, REQUESTS - 1000);
  }
}
