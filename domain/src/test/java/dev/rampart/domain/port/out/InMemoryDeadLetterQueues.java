package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.DeadLetterQueue;
import dev.rampart.domain.port.out.DeadLetterQueuesContract.FillableQueues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@link DeadLetterQueues} in lists. */
public final class InMemoryDeadLetterQueues implements DeadLetterQueues, FillableQueues {
  private final Map<String, List<DeadLetter>> letters = new TreeMap<>();
  private boolean complete = true;

  /** Makes two empty queues. */
  public InMemoryDeadLetterQueues() {
    letters.put(DeadLetterQueuesContract.ONE, new ArrayList<>());
    letters.put(DeadLetterQueuesContract.OTHER, new ArrayList<>());
  }

  /** Makes one more empty queue. */
  public void add(String queue) {
    letters.put(queue, new ArrayList<>());
  }

  @Override
  public void put(String queue, Instant at, String code, String words) {
    letters
        .computeIfAbsent(queue, _ -> new ArrayList<>())
        .add(new DeadLetter(queue, at, code + ": " + words, Optional.empty()));
  }

  @Override
  public void lose(String queue) {
    letters.remove(queue);
    complete = false;
  }

  @Override
  public DeadLetterQueues queues() {
    return this;
  }

  @Override
  public Reading read() {
    return new Reading(
        letters.entrySet().stream()
            .map(
                queue ->
                    new DeadLetterQueue(
                        queue.getKey(),
                        queue.getValue().size(),
                        queue.getValue().stream().limit(DeadLetterQueue.LETTERS_MAX).toList()))
            .toList(),
        complete);
  }
}
