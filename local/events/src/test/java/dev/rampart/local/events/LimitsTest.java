package dev.rampart.local.events;

import static dev.rampart.local.events.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.events.bus.RuleTarget;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.QueueAttributes;
import dev.rampart.local.events.queue.QueueMemory;
import dev.rampart.local.events.queue.Queues;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a client can make queues and buses keep. */
final class LimitsTest {
  private final Desk desk = new Desk();

  @Test
  void messages_of_all_queues_together_are_bounded_and_room_comes_back_when_they_go()
      throws Exception {
    QueueMemory space = new QueueMemory(10 * message("x").bytes(), desk);
    Queues queues = new Queues(Desk.STACK, desk, space);
    QueueAttributes minute = QueueAttributes.of(json("{\"MessageRetentionPeriod\":60}"));
    Queue first = queues.create("first", minute);
    Queue second = queues.create("second", minute);
    for (int i = 0; i < 5; i++) {
      first.add(message("x"));
      second.add(message("x"));
    }
    assertFull(first);
    // Each way in which a message goes gives its room back.
    first.delete(first.receive(1, Optional.of(Duration.ZERO), Duration.ZERO).getFirst().receipt());
    first.add(message("x"));
    assertFull(second);
    first.purge();
    for (int i = 0; i < 5; i++) {
      second.add(message("x"));
    }
    assertFull(first);
    queues.delete(second);
    for (int i = 0; i < 10; i++) {
      first.add(message("x"));
    }
    assertFull(first);
    assertThat(space.hasRoom(0)).isTrue();
    assertThat(space.refusal()).isPresent();
    desk.pass(Duration.ofSeconds(61));
    assertThat(first.depth()).isEqualTo(new Queue.Depth(0, 0, 0));
    assertThat(space.refusal()).isEmpty();
    assertThat(space.take(10 * message("x").bytes())).isTrue();
  }

  @Test
  void events_for_which_there_is_no_room_are_refused_and_the_sender_may_send_them_again() {
    Queue queue = desk.queue("q", "");
    desk.events("PutRule", "{\"Name\":\"r\",\"EventPattern\":\"{\\\"source\\\":[\\\"s\\\"]}\"}");
    desk.events(
        "PutTargets",
        "{\"Rule\":\"r\",\"Targets\":[{\"Id\":\"t\",\"Arn\":\"" + queue.arn() + "\"}]}");
    desk.space.add(QueueMemory.BYTES_MAX);
    String event = "{\"Entries\":[{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":\"{}\"}]}";
    assertThat(desk.events("PutEvents", event).at("/Entries/0/ErrorCode").asText())
        .isEqualTo("ThrottlingException");
    assertThat(desk.heard).isEmpty();
    desk.space.free(QueueMemory.BYTES_MAX);
    assertThat(desk.events("PutEvents", event).path("FailedEntryCount").asInt()).isZero();
    assertThat(queue.depth().visible()).isEqualTo(1);
  }

  @Test
  void queues_and_rules_are_bounded_in_number_and_changing_one_is_not_making_one() {
    for (int i = 0; i < 1_000; i++) {
      desk.queue("q" + i, "");
    }
    assertThat(desk.sqs("CreateQueue", "{\"QueueName\":\"more\"}").path("__type").asText())
        .isEqualTo("com.amazonaws.sqs#OverLimit");
    assertThat(desk.sqs("CreateQueue", "{\"QueueName\":\"q1\"}").has("QueueUrl")).isTrue();
    for (int i = 0; i < 300; i++) {
      assertThat(putRule("r" + i, "{\\\"source\\\":[\\\"s\\\"]}")).isEmpty();
    }
    assertThat(putRule("more", "{\\\"source\\\":[\\\"s\\\"]}")).isEqualTo("LimitExceededException");
    assertThat(putRule("r1", "{\\\"source\\\":[\\\"s\\\"]}")).isEmpty();
  }

  @Test
  void patterns_targets_and_attributes_are_bounded_in_length() {
    String source = "s".repeat(4096 - "{'source':['']}".length());
    assertThat(putRule("r", "{\\\"source\\\":[\\\"" + source + "\\\"]}")).isEmpty();
    assertThat(putRule("r", "{\\\"source\\\":[\\\"" + source + "s\\\"]}"))
        .isEqualTo("ValidationException");
    String target =
        "{\"Id\":\"t\",\"Arn\":\"arn:aws:sqs:eu-west-1:000000000000:q\",\"InputPath\":\"$\",\"Ballast\":\"%s\"}";
    assertThat(RuleTarget.of(json(target.formatted("r"))).id()).isEqualTo("t");
    assertThatThrownBy(() -> RuleTarget.of(json(target.formatted("r".repeat(16_384)))))
        .hasMessageContaining("16384");
    assertThatThrownBy(() -> desk.queue("q", "\"Policy\":\"" + "p".repeat(32_769) + "\""))
        .hasMessageContaining("32768");
  }

  private String putRule(String name, String pattern) {
    return desk.events(
            "PutRule", "{\"Name\":\"%s\",\"EventPattern\":\"%s\"}".formatted(name, pattern))
        .path("__type")
        .asText();
  }

  private void assertFull(Queue queue) {
    assertThatThrownBy(() -> queue.add(message("x"))).hasMessageContaining("receive or purge");
  }

  private Message message(String body) {
    return Message.sent(UUID.randomUUID().toString(), body, desk.instant());
  }
}
