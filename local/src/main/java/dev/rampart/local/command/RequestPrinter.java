package dev.rampart.local.command;

import dev.rampart.local.alarm.StateChange;
import dev.rampart.local.gateway.RequestReport;
import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Prints one line a request and one for each change of an alarm, on a thread of its own: a terminal
 * that stands still holds no request up. What it cannot keep up with is counted, and the count is
 * printed.
 */
final class RequestPrinter {
  private static final int WAITING_MAX = 1000;

  private final PrintWriter out;
  private final BlockingQueue<Supplier<String>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AtomicLong missed = new AtomicLong();

  private RequestPrinter(PrintWriter out) {
    this.out = out;
  }

  /** Returns a printer whose thread ends with the process. */
  static RequestPrinter start(PrintWriter out) {
    RequestPrinter printer = new RequestPrinter(out);
    Thread.ofPlatform().daemon().name("requests").start(printer::print);
    return printer;
  }

  /** Takes a request; never waits. */
  void take(RequestReport report) {
    offer(() -> RequestLine.of(report));
  }

  /** Takes a change of an alarm; never waits. */
  void take(StateChange change) {
    offer(() -> RequestLine.of(change));
  }

  private void offer(Supplier<String> line) {
    if (!waiting.offer(line)) {
      missed.incrementAndGet();
    }
  }

  private void print() {
    try {
      while (true) {
        out.println(waiting.take().get());
        long count = missed.getAndSet(0);
        if (count > 0) {
          out.println("… and " + count + " more requests");
        }
        out.flush();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
