package dev.rampart.local.host.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.host.mapping.BatchItemFailures;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Takes batches from a queue to a function; for several threads at once. */
final class QueuePoller {
  /** Short, as a run that ends waits for the answers that are under way. */
  static final Duration LONG_POLL = Duration.ofSeconds(1);

  private final QueueMappingSettings settings;
  private final SourceQueue queue;
  private final FunctionInvoker function;

  /**
   * Batches that the function saw nothing of. They are kept and not received again, which would
   * count as an attempt.
   */
  private final Queue<List<JsonNode>> unseen = new ConcurrentLinkedQueue<>();

  QueuePoller(QueueMappingSettings settings, SourceQueue queue, FunctionInvoker function) {
    this.settings = settings;
    this.queue = queue;
    this.function = function;
  }

  /**
   * Takes one batch to the function. Messages of a failed batch, or those that the function names
   * as failed, come back when their visibility timeout ends; a batch that the function saw nothing
   * of is the next one.
   *
   * @param wait how long to wait for a first message
   * @throws NotDelivered if there is no such queue, or the function cannot be reached
   * @throws IOException if the queue cannot be reached
   */
  void poll(Duration wait) throws IOException, InterruptedException {
    List<JsonNode> batch = next(wait);
    if (batch.isEmpty()) {
      return;
    }
    byte[] event = QueueEvent.of(batch, settings.queueArn());
    switch (function.invoke(settings.functionArn(), event)) {
      case InvocationResult.Answered(byte[] payload) -> queue.delete(succeeded(batch, payload));
      case InvocationResult.Unavailable(String reason) -> {
        unseen.add(batch);
        throw new NotDelivered(reason);
      }
      case InvocationResult.Failure _ -> {}
    }
  }

  private List<JsonNode> next(Duration wait) throws IOException, InterruptedException {
    Optional<List<JsonNode>> kept = Optional.ofNullable(unseen.poll());
    if (kept.isEmpty()) {
      return collect(wait);
    }
    try {
      return queue.keepInvisible(kept.get());
    } catch (NotDelivered e) {
      // The messages are gone with their queue.
      throw e;
    } catch (IOException | InterruptedException e) {
      unseen.add(kept.get());
      throw e;
    }
  }

  private List<JsonNode> collect(Duration wait) throws IOException, InterruptedException {
    List<JsonNode> batch = new ArrayList<>(queue.receive(settings.batchSize(), wait));
    if (batch.isEmpty()) {
      return batch;
    }
    try {
      fill(batch, System.nanoTime() + settings.window().toNanos());
    } catch (IOException | InterruptedException e) {
      // They have been received, and the function saw nothing of them.
      unseen.add(batch);
      throw e;
    }
    return batch;
  }

  /** Adds what comes until the batch is full or its window ends. */
  private void fill(List<JsonNode> batch, long windowEndNanos)
      throws IOException, InterruptedException {
    Duration left = settings.window();
    while (left.isPositive() && addWaiting(batch)) {
      left = Duration.ofNanos(windowEndNanos - System.nanoTime());
      if (left.compareTo(LONG_POLL) >= 0) {
        batch.addAll(queue.receive(missing(batch), LONG_POLL));
      } else if (left.isPositive()) {
        // SQS waits for whole seconds: what comes in the last one is received at its end.
        Thread.sleep(left);
        var _ = addWaiting(batch);
        return;
      }
    }
  }

  /**
   * Adds what is in the queue by now, page by page; returns whether the batch has room for more.
   */
  private boolean addWaiting(List<JsonNode> batch) throws IOException, InterruptedException {
    while (missing(batch) > 0) {
      if (!batch.addAll(queue.receive(missing(batch), Duration.ZERO))) {
        return true;
      }
    }
    return false;
  }

  private int missing(List<JsonNode> batch) {
    return settings.batchSize() - batch.size();
  }

  private List<JsonNode> succeeded(List<JsonNode> batch, byte[] answer) {
    if (!settings.reportsFailures()) {
      return batch;
    }
    Set<String> all = batch.stream().map(QueuePoller::id).collect(Collectors.toSet());
    Set<String> failed = BatchItemFailures.read(answer, all);
    return batch.stream().filter(message -> !failed.contains(id(message))).toList();
  }

  private static String id(JsonNode message) {
    return message.path("MessageId").asText();
  }
}
