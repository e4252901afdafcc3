package dev.rampart.adapter.out.sqs;

import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.DeadLetterQueue;
import dev.rampart.domain.port.out.DeadLetterQueues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Dead-letter queues of SQS. A message is received with a visibility timeout of nothing, so it is
 * there for whoever comes next. Its count of receives rises; a dead-letter queue gives nothing on,
 * but SQS moves a message that was received three times and not deleted to the back of the queue,
 * and leaves it out of {@code ApproximateAgeOfOldestMessage}. Bodies are read for the reason and
 * dropped.
 */
public final class SqsDeadLetterQueues implements DeadLetterQueues {
  private static final int RECEIVED_MAX = 10;

  /** SQS gives some of the messages, and the same again: so often it is asked for others. */
  private static final int ROUNDS_MAX = 3;

  /** With a wait SQS asks all its hosts, without one a few of them. */
  private static final int WAIT_SECONDS = 1;

  private final SqsClient client;
  private final List<String> urls;

  /** Reads some queues, by their URLs. */
  public SqsDeadLetterQueues(SqsClient client, List<String> urls) {
    this.client = client;
    this.urls = List.copyOf(urls);
  }

  @Override
  public Reading read() {
    List<FutureTask<DeadLetterQueue>> running = new ArrayList<>();
    for (String url : urls) {
      FutureTask<DeadLetterQueue> task = new FutureTask<>(() -> read(url));
      Thread.ofVirtual().start(task);
      running.add(task);
    }
    List<DeadLetterQueue> queues =
        running.stream().map(SqsDeadLetterQueues::outcome).flatMap(Optional::stream).toList();
    return new Reading(queues, queues.size() == urls.size());
  }

  /** Returns what a queue held; empty if it did not answer. */
  private static Optional<DeadLetterQueue> outcome(FutureTask<DeadLetterQueue> task) {
    try {
      return Optional.of(task.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SdkException) {
        return Optional.empty();
      }
      throw new IllegalStateException("a queue could not be read", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private DeadLetterQueue read(String url) {
    String name = url.substring(url.lastIndexOf('/') + 1);
    long waiting = waiting(url);
    return new DeadLetterQueue(
        name, waiting, waiting == 0 ? List.of() : letters(url, name, waiting));
  }

  private long waiting(String url) {
    String text =
        client
            .getQueueAttributes(
                ask ->
                    ask.queueUrl(url)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
    return Long.parseLong(text);
  }

  /** Each time that a message is received counts, so no more is asked than has to be. */
  private List<DeadLetter> letters(String url, String name, long waiting) {
    ReceiveMessageRequest request =
        ReceiveMessageRequest.builder()
            .queueUrl(url)
            .maxNumberOfMessages(RECEIVED_MAX)
            .visibilityTimeout(0)
            .waitTimeSeconds(WAIT_SECONDS)
            .messageSystemAttributeNames(
                MessageSystemAttributeName.SENT_TIMESTAMP,
                MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN)
            .messageAttributeNames(LetterReason.ATTRIBUTES)
            .build();
    Map<String, DeadLetter> letters = new LinkedHashMap<>();
    long wanted = Math.min(waiting, DeadLetterQueue.LETTERS_MAX);
    boolean more = true;
    for (int round = 0; more && round < ROUNDS_MAX && letters.size() < wanted; round++) {
      int before = letters.size();
      for (Message message : client.receiveMessage(request).messages()) {
        letters.put(message.messageId(), LetterReason.letter(name, message));
      }
      more = letters.size() > before;
    }
    return letters.values().stream().limit(DeadLetterQueue.LETTERS_MAX).toList();
  }
}
