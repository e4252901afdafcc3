package dev.rampart.local.protocol.http;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Answers what the path asks for. */
final class PuppetHandler implements HttpHandler {
  static final int LARGE_BYTES = 32 * 1024 * 1024;

  final CountDownLatch waiting = new CountDownLatch(1);
  final CountDownLatch goOn = new CountDownLatch(1);

  /** The path of each answer that was delivered or lost, and which of the two. */
  final BlockingQueue<String> deliveries = new LinkedBlockingQueue<>();

  /** The bodies that were kept until it was known what became of their answers. */
  final AtomicLong keptBytes = new AtomicLong();

  @Override
  public HttpResponse answer(HttpRequest request) throws InterruptedException {
    return switch (request.path()) {
      case "/wait" -> {
        waiting.countDown();
        goOn.await();
        yield HttpResponse.text(200, "waited");
      }
      case "/large" -> HttpResponse.text(200, "x".repeat(LARGE_BYTES));
      case "/deep" -> HttpResponse.text(200, Integer.toString(depth(0)));
      case "/memory" -> throw new OutOfMemoryError("as a test has it");
      case "/split" -> HttpResponse.text(200, "").with("X-Split", "a\r\nX-Second: b");
      case "/204" -> HttpResponse.text(204, "dropped");
      case "/304" -> HttpResponse.text(304, "dropped");
      default -> HttpResponse.text(200, request.body().length + " bytes");
    };
  }

  @Override
  public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
    return HttpResponse.text(fault.status(), fault + " at " + soFar.path());
  }

  @Override
  public void delivered(HttpRequest request, HttpResponse answer, boolean lost) {
    deliveries.add(request.path() + (lost ? " lost" : " delivered"));
    keptBytes.addAndGet(request.body().length + answer.body().length);
  }

  @SuppressWarnings("InfiniteRecursion") // To have a StackOverflowError.
  private static int depth(int level) {
    return depth(level + 1) + 1;
  }
}
