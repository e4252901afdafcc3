package dev.rampart.local.command;

import dev.rampart.local.gateway.RequestReport;
import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints one line a request, on a thread of its own: a terminal that stands still holds no request
 * up. What it cannot keep up with is counted, and the count is printed.
 */
final class RequestPrinter {
  private static final int WAITING_MAX = 1000;

  private final PrintWriter out;
  private final BlockingQueue<RequestReport> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
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
    if (!waiting.offer(report)) {
      missed.incrementAndGet();
    }
  }

  private void print() {
    try {
      while (true) {
        out.println(RequestLine.of(waiting.take()));
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
