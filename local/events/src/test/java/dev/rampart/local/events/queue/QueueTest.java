package dev.rampart.local.events.queue;

import static dev.rampart.local.events.Desk.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.events.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class QueueTest {
  private final Desk desk = new Desk();

  @Test
  void a_received_message_comes_back_when_its_visibility_timeout_ends_and_not_before()
      throws Exception {
    Queue queue = desk.queue("q", "\"VisibilityTimeout\":30");
    send(queue, "x");
    assertThat(take(queue)).hasSize(1);
    desk.pass(Duration.ofSeconds(29));
    assertThat(take(queue)).isEmpty();
    desk.pass(Duration.ofSeconds(1));
    assertThat(take(queue)).extracting(Message::receives).containsExactly(2);
  }

  @Test
  void visibility_can_be_changed_while_a_message_is_in_flight_and_not_after() throws Exception {
    Queue queue = desk.queue("q", "");
    send(queue, "x");
    String handle = take(queue).getFirst().receipt();
    queue.changeVisibility(handle, Duration.ZERO);
    assertThatThrownBy(() -> queue.changeVisibility(handle, Duration.ZERO))
        .hasMessageContaining("not in flight");
    assertThat(take(queue)).hasSize(1);
  }

  @Test
  void an_old_handle_deletes_nothing() throws Exception {
    Queue queue = desk.queue("q", "");
    send(queue, "x");
    String old = take(queue).getFirst().receipt();
    desk.pass(Duration.ofSeconds(30));
    String last = take(queue).getFirst().receipt();
    queue.delete(old);
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 1, 0));
    queue.delete(last);
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 0, 0));
  }

  @Test
  void a_message_received_too_often_moves_to_the_dead_letter_queue() throws Exception {
    Queue dead = desk.queue("dead", "");
    Queue queue =
        desk.queue(
            "q",
            "\"RedrivePolicy\":{\"deadLetterTargetArn\":\""
                + dead.arn()
                + "\",\"maxReceiveCount\":2}");
    send(queue, "x");
    for (int receives = 0; receives < 2; receives++) {
      assertThat(take(queue)).hasSize(1);
      assertThat(take(dead)).isEmpty();
      desk.pass(Duration.ofSeconds(30));
    }
    assertThat(take(queue)).isEmpty();
    Message message = take(dead).getFirst();
    assertThat(message.body()).isEqualTo("x");
    assertThat(message.source()).isEqualTo(queue.arn());
    assertThat(queue.depth()).isEqualTo(new Queue.Depth(0, 0, 0));
  }

  @Test
  void a_message_stays_while_its_dead_letter_queue_is_missing() throws Exception {
    String missing = "arn:aws:sqs:eu-west-1:000000000000:missing";
    Queue queue =
        desk.queue(
            "q",
            "\"RedrivePolicy\":{\"deadLetterTargetArn\":\""
                + missing
                + "\",\"maxReceiveCount\":1}");
    send(queue, "x");
    for (int receives = 0; receives < 3; receives++) {
      assertThat(take(queue)).hasSize(1);
      desk.pass(Duration.ofSeconds(30));
    }
  }

  @Test
  void a_message_stays_if_the_dead_letter_queue_is_the_queue_itself() throws Exception {
    Queue queue =
        desk.queue(
            "q",
            "\"RedrivePolicy\":{\"deadLetterTargetArn\":"
                + "\"arn:aws:sqs:eu-west-1:000000000000:q\",\"maxReceiveCount\":1}");
    send(queue, "x");
    for (int receives = 0; receives < 3; receives++) {
      assertThat(take(queue)).hasSize(1);
      desk.pass(Duration.ofSeconds(30));
    }
  }

  @Test
  void queues_that_are_each_others_dead_letter_queues_do_not_wait_for_each_other()
      throws Exception {
    String redrive = "\"RedrivePolicy\":{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":1}";
    String arn = "arn:aws:sqs:eu-west-1:000000000000:";
    Queue left = desk.queue("left", redrive.formatted(arn + "right"));
    Queue right = desk.queue("right", redrive.formatted(arn + "left"));
    for (int i = 0; i < 100; i++) {
      send(left, "x");
      send(right, "y");
    }
    Callable<Integer> receiver =
        () -> {
          int received = 0;
          for (int i = 0; i < 200; i++) {
            Queue queue = i % 2 == 0 ? left : right;
            received += queue.receive(10, Optional.of(Duration.ZERO), Duration.ZERO).size();
          }
          return received;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      int received = 0;
      for (Future<Integer> result :
          threads.invokeAll(List.of(receiver, receiver), 60, TimeUnit.SECONDS)) {
        received += result.get();
      }
      // One of them may be done before the other one begins.
      assertThat(received).isPositive();
    }
    assertThat(left.depth().visible() + right.depth().visible()).isEqualTo(200);
  }

  @Test
  void a_message_older_than_the_retention_is_gone() throws Exception {
    Queue queue = desk.queue("q", "\"MessageRetentionPeriod\":60");
    send(queue, "x");
    desk.pass(Duration.ofSeconds(60));
    assertThat(queue.depth().visible()).isEqualTo(1);
    desk.pass(Duration.ofSeconds(1));
    assertThat(take(queue)).isEmpty();
  }

  @Test
  void at_most_as_many_messages_come_as_are_asked_for_the_oldest_first() throws Exception {
    Queue queue = desk.queue("q", "");
    send(queue, "a");
    send(queue, "b");
    send(queue, "c");
    assertThat(queue.receive(2, Optional.empty(), Duration.ZERO))
        .extracting(Message::body)
        .containsExactly("a", "b");
  }

  @Test
  void the_visibility_timeout_is_that_of_the_time_of_receipt_not_of_the_call() throws Exception {
    Queue queue = desk.queue("q", "\"VisibilityTimeout\":180");
    CompletableFuture<List<Message>> received = new CompletableFuture<>();
    Thread receiver =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    received.complete(queue.receive(1, Optional.empty(), Duration.ofMinutes(1)));
                  } catch (InterruptedException e) {
                    received.completeExceptionally(e);
                  }
                });
    while (receiver.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    queue.change(QueueAttributes.of(Desk.json("{\"VisibilityTimeout\":10}")));
    send(queue, "x");
    assertThat(received.get(60, TimeUnit.SECONDS)).hasSize(1);
    desk.pass(Duration.ofSeconds(10));
    assertThat(queue.depth().visible()).isEqualTo(1);
  }

  private void send(Queue queue, String body) {
    queue.add(Message.sent(UUID.randomUUID().toString(), body, desk.instant()));
  }

  @Test
  void large_messages_are_received_in_several_steps() throws Exception {
    Queue queue = desk.queue("q", "");
    for (int i = 0; i < 10; i++) {
      send(queue, "x".repeat(250_000));
    }

    assertThat(queue.receive(10, Optional.empty(), Duration.ZERO)).hasSize(3);
    assertThat(queue.receive(10, Optional.empty(), Duration.ZERO)).hasSize(3);
    assertThat(queue.depth().visible()).isEqualTo(4);
  }
}
