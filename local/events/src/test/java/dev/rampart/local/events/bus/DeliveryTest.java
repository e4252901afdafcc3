package dev.rampart.local.events.bus;

import static dev.rampart.local.events.Desk.json;
import static dev.rampart.local.events.Desk.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.events.Desk;
import dev.rampart.local.events.queue.Message;
import dev.rampart.local.events.queue.Queue;
import dev.rampart.local.events.queue.Queues;
import dev.rampart.local.protocol.lambda.AsyncFunctionInvoker;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
  private static final String FUNCTION = "arn:aws:lambda:eu-west-1:000000000000:function:f";
  private static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:t";
  private static final String DESTINATION =
      "arn:aws:events:eu-west-1:000000000000:api-destination/d/1";
  private static final String ROLE = ",\"RoleArn\":\"arn:aws:iam::000000000000:role/r\"";
  private static final AsyncInvocation THROTTLED = new AsyncInvocation.Throttled();

  private final Desk desk = new Desk();
  private final Queue dead = desk.queue("dead", "");

  @Test
  void lambda_takes_an_event_before_anybody_waits_for_the_function() throws Exception {
    desk.delivery.deliver(rule(FUNCTION, ""), "{}");

    assertThat(desk.invoked).containsExactly("{}");
    assertThat(desk.waiting).isEmpty();
    assertThat(take(dead)).isEmpty();
  }

  @Test
  void an_event_that_lambda_has_no_room_for_is_offered_again_each_time_after_twice_as_long()
      throws Exception {
    desk.answer = THROTTLED;
    desk.delivery.deliver(rule(FUNCTION, ""), "{}");
    for (int seconds : List.of(1, 2, 4, 8)) {
      assertThat(desk.waiting.element().delay()).isEqualTo(Duration.ofSeconds(seconds));
      desk.runNext();
    }
    desk.answer = new AsyncInvocation.Accepted();
    desk.runNext();
    assertThat(desk.invoked).hasSize(6);
    assertThat(desk.waiting).isEmpty();
    assertThat(take(dead)).isEmpty();
  }

  @Test
  void the_last_failed_retry_sends_the_event_to_the_dead_letter_queue_with_its_reason()
      throws Exception {
    desk.answer = THROTTLED;
    desk.delivery.deliver(rule(FUNCTION, "\"MaximumRetryAttempts\":2"), "{\"a\":1}");
    for (int i = 0; i < 2; i++) {
      assertThat(take(dead)).isEmpty();
      desk.runNext();
    }
    assertThat(desk.invoked).hasSize(3);
    Message message = take(dead).getFirst();
    assertThat(message.body()).isEqualTo("{\"a\":1}");
    assertThat(attribute(message, "ERROR_CODE")).isEqualTo("THROTTLING");
    assertThat(attribute(message, "ERROR_MESSAGE")).isEqualTo("Rate Exceeded.");
    assertThat(attribute(message, "EXHAUSTED_RETRY_CONDITION")).isEqualTo("MaximumRetryAttempts");
    assertThat(attribute(message, "RETRY_ATTEMPTS")).isEqualTo("2");
    assertThat(attribute(message, "TARGET_ARN")).isEqualTo(FUNCTION);
    assertThat(attribute(message, "RULE_ARN")).isEqualTo("rule-arn");
  }

  @Test
  void what_no_retry_can_mend_goes_to_the_dead_letter_queue_at_once() throws Exception {
    desk.answer = new AsyncInvocation.NotPermitted("no statement");
    desk.delivery.deliver(rule(FUNCTION, ""), "{}");
    desk.answer = new AsyncInvocation.NotFound();
    desk.delivery.deliver(rule(FUNCTION, ""), "{}");

    List<Message> messages = take(dead);
    assertThat(messages)
        .extracting(message -> attribute(message, "ERROR_CODE"))
        .containsExactly("NO_PERMISSIONS", "NO_RESOURCE");
    assertThat(messages)
        .extracting(message -> attribute(message, "RETRY_ATTEMPTS"))
        .containsOnly("0");
    assertThat(messages).noneMatch(each -> each.attributes().has("EXHAUSTED_RETRY_CONDITION"));
    assertThat(desk.waiting).isEmpty();
  }

  private static String attribute(Message message, String name) {
    return message.attributes().path(name).path("StringValue").asText();
  }

  @Test
  void an_event_that_would_be_too_old_is_not_tried_again() throws Exception {
    desk.answer = THROTTLED;
    desk.delivery.deliver(rule(FUNCTION, "\"MaximumEventAgeInSeconds\":60"), "{}");
    while (!desk.waiting.isEmpty()) {
      desk.runNext();
    }
    // After 0, 1, 3, 7, 15, 31 seconds; the next would come after 63.
    assertThat(desk.invoked).hasSize(6);
    assertThat(attribute(take(dead).getFirst(), "EXHAUSTED_RETRY_CONDITION"))
        .isEqualTo("MaximumEventAgeInSeconds");
  }

  @Test
  void an_event_for_a_missing_queue_goes_to_the_dead_letter_queue_at_once() throws Exception {
    desk.delivery.deliver(rule("arn:aws:sqs:eu-west-1:000000000000:gone", ""), "{}");
    assertThat(attribute(take(dead).getFirst(), "ERROR_CODE")).isEqualTo("NO_RESOURCE");
    assertThat(desk.waiting).isEmpty();
  }

  @Test
  void an_event_waits_while_its_dead_letter_queue_is_missing_and_arrives_when_it_is_back()
      throws Exception {
    desk.answer = THROTTLED;
    desk.queues.delete(dead);
    desk.delivery.deliver(rule(FUNCTION, "\"MaximumRetryAttempts\":0"), "{}");
    for (int i = 0; i < 3; i++) {
      desk.runNext();
      assertThat(desk.delivery.fault().orElseThrow().cause()).contains(dead.arn());
    }
    Queue again = desk.queue("dead", "");
    desk.runNext();
    assertThat(take(again)).extracting(Message::body).containsExactly("{}");
    assertThat(desk.waiting).isEmpty();
    assertThat(desk.delivery.fault()).isEmpty();
  }

  @Test
  void an_event_that_waits_goes_to_its_target_if_that_takes_it_again() throws Exception {
    desk.queues.delete(dead);
    desk.delivery.deliver(rule("arn:aws:sqs:eu-west-1:000000000000:gone", ""), "{}");
    assertThat(desk.delivery.fault()).isPresent();
    Queue back = desk.queue("gone", "");
    desk.runNext();
    assertThat(take(back)).extracting(Message::body).containsExactly("{}");
    assertThat(desk.waiting).isEmpty();
    assertThat(desk.delivery.fault()).isEmpty();
  }

  @Test
  void a_function_that_something_unexpected_happens_to_is_offered_its_event_again()
      throws Exception {
    Deque<Throwable> failures = new ArrayDeque<>();
    failures.add(new IllegalStateException("no"));
    failures.add(new StackOverflowError());
    AsyncFunctionInvoker functions =
        (_, _, event) -> {
          switch (failures.poll()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
          }
          desk.invoked.add(new String(event, StandardCharsets.UTF_8));
          return new AsyncInvocation.Accepted();
        };
    Delivery delivery =
        new Delivery(
            desk.queues,
            DeliveryPermission.everything(),
            functions,
            (delay, task) -> desk.waiting.add(new Desk.Waiting(delay, task)),
            desk.space,
            desk.archives);
    delivery.deliver(rule(FUNCTION, ""), "{}");
    for (int i = 0; i < 2; i++) {
      assertThat(desk.invoked).isEmpty();
      desk.runNext();
    }
    assertThat(desk.invoked).containsExactly("{}");
    assertThat(take(dead)).isEmpty();
  }

  @Test
  void an_event_that_something_unexpected_happens_to_is_tried_again() throws Exception {
    Queue inbox = desk.queue("inbox", "");
    AtomicInteger looks = new AtomicInteger();
    // It is first looked at when the event comes, and then when its message is made.
    InstantSource clock =
        () -> {
          if (looks.incrementAndGet() == 2) {
            throw new IllegalStateException("no time");
          }
          return desk.instant();
        };
    Queues queues = new Queues(Desk.STACK, clock, desk.space);
    Queue target = queues.create("inbox", inbox.attributes());
    looks.set(0);
    Delivery delivery =
        new Delivery(
            queues,
            DeliveryPermission.everything(),
            desk.functions,
            (delay, task) -> desk.waiting.add(new Desk.Waiting(delay, task)),
            desk.space,
            desk.archives);
    delivery.deliver(rule(target.arn(), ""), "{}");
    desk.runNext();
    assertThat(take(target)).extracting(Message::body).containsExactly("{}");
    assertThat(desk.waiting).isEmpty();
  }

  @Test
  void an_event_that_waits_is_told_of_also_while_it_is_tried_again() throws Exception {
    Queue inbox = desk.queue("inbox", "");
    List<Boolean> told = new ArrayList<>();
    AtomicReference<Delivery> delivery = new AtomicReference<>(desk.delivery);
    AsyncFunctionInvoker functions =
        (_, _, _) -> {
          // Another event is delivered meanwhile.
          delivery.get().deliver(rule(inbox.arn(), ""), "{}");
          told.add(delivery.get().fault().isPresent());
          return THROTTLED;
        };
    delivery.set(
        new Delivery(
            desk.queues,
            DeliveryPermission.everything(),
            functions,
            (delay, task) -> desk.waiting.add(new Desk.Waiting(delay, task)),
            desk.space,
            desk.archives));
    desk.queues.delete(dead);
    delivery.get().deliver(rule(FUNCTION, "\"MaximumRetryAttempts\":0"), "{}");
    for (int i = 0; i < 2; i++) {
      desk.runNext();
    }
    assertThat(told).containsExactly(false, true, true);
  }

  @Test
  void a_topic_has_its_message_before_the_event_is_accepted_and_a_destination_is_called_later()
      throws Exception {
    List<String> offered = new ArrayList<>();
    desk.delivery.connect(
        (rule, target, text) -> {
          offered.add(rule + " " + target.arn() + " " + text);
          return new TargetAnswer.Taken();
        });
    desk.delivery.deliver(rule(TOPIC, ""), "{}");
    assertThat(offered).containsExactly("rule-arn " + TOPIC + " {}");

    desk.delivery.deliver(rule(DESTINATION, "", ROLE), "{}");
    assertThat(offered).hasSize(1);
    desk.runNext();
    assertThat(offered).contains("rule-arn " + DESTINATION + " {}");
    assertThat(take(dead)).isEmpty();
    assertThat(desk.waiting).isEmpty();
  }

  @Test
  void a_destination_that_fails_is_called_again_no_earlier_than_it_asks_for() throws Exception {
    Deque<TargetAnswer> answers = new ArrayDeque<>();
    answers.add(failed(Optional.empty()));
    answers.add(new TargetAnswer.NotYet(Duration.ofSeconds(9)));
    answers.add(failed(Optional.of(Duration.ofSeconds(30))));
    answers.add(failed(Optional.empty()));
    desk.delivery.connect((_, _, _) -> answers.remove());
    desk.delivery.deliver(rule(DESTINATION, "\"MaximumRetryAttempts\":2", ROLE), "{\"a\":1}");
    desk.runNext();
    for (int seconds : List.of(1, 9, 30)) {
      assertThat(desk.waiting.element().delay()).isEqualTo(Duration.ofSeconds(seconds));
      desk.runNext();
    }

    Message message = take(dead).getFirst();
    assertThat(message.body()).isEqualTo("{\"a\":1}");
    assertThat(attribute(message, "ERROR_CODE")).isEqualTo("ERROR_FROM_TARGET");
    // Being too early is no attempt.
    assertThat(attribute(message, "RETRY_ATTEMPTS")).isEqualTo("2");
  }

  private static TargetAnswer failed(Optional<Duration> delay) {
    return new TargetAnswer.Failed("ERROR_FROM_TARGET", "503", delay);
  }

  @Test
  void what_a_topic_refuses_goes_to_the_dead_letter_queue_as_it_came() throws Exception {
    desk.delivery.connect((_, _, _) -> new TargetAnswer.Refused("NO_PERMISSIONS", "no"));
    desk.delivery.deliver(rule(TOPIC, "", ",\"Input\":\"1\""), "{\"a\":1}");

    Message message = take(dead).getFirst();
    assertThat(message.body()).isEqualTo("{\"a\":1}");
    assertThat(attribute(message, "ERROR_CODE")).isEqualTo("NO_PERMISSIONS");
  }

  @Test
  void a_queue_gets_what_the_target_makes_of_the_event() throws Exception {
    Queue inbox = desk.queue("made", "");
    desk.delivery.deliver(rule(inbox.arn(), "", ",\"InputPath\":\"$.a\""), "{\"a\":[1]}");

    assertThat(take(inbox)).extracting(Message::body).containsExactly("[1]");
  }

  private Rule rule(String arn, String retryPolicy) {
    return rule(arn, retryPolicy, "");
  }

  /** Returns a rule with one target, of which further members may be given. */
  private Rule rule(String arn, String retryPolicy, String members) {
    RuleTarget target =
        RuleTarget.of(
            json(
                "{\"Id\":\"t\",\"Arn\":\"%s\",\"DeadLetterConfig\":{\"Arn\":\"%s\"},\"RetryPolicy\":{%s}%s}"
                    .formatted(arn, dead.arn(), retryPolicy, members)));
    return new Rule("r", "rule-arn", "default", "{}", "", true, Map.of("t", target));
  }
}
