package dev.rampart.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.ConnectionThreads;
import dev.rampart.local.protocol.http.HttpFault;
import dev.rampart.local.protocol.http.HttpHandler;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.protocol.http.LocalHttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Who gets what; the pairs change only the template. */
final class TopicsTest {
  private static final String TO_QUEUE =
      """
      Resources:
        Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: people, DisplayName: Rampart}}
        Queue:
          Type: AWS::SNS::Subscription
          Properties:
            TopicArn: !Ref Topic
            Protocol: sqs
            Endpoint: arn:aws:sqs:eu-west-1:000000000000:alarms
      """;

  private static final String TO_MAIL =
      TO_QUEUE.replace("sqs\n", "email\n").replaceFirst("arn:.*:alarms", "ops@example.com");

  @Test
  void a_queue_gets_the_document_of_a_notification() {
    try (TopicBench bench = new TopicBench(TO_QUEUE)) {
      bench.publish("A subject", "a message");
      JsonNode document = bench.first("alarms").document();

      assertThat(document.path("Type").asText()).isEqualTo("Notification");
      assertThat(document.path("TopicArn").asText()).isEqualTo(bench.topic());
      assertThat(document.path("Subject").asText()).isEqualTo("A subject");
      assertThat(document.path("Message").asText()).isEqualTo("a message");
      assertThat(document.path("Timestamp").asText()).isEqualTo("2026-11-29T12:00:00.000Z");
    }
  }

  @Test
  void raw_delivery_is_the_message_alone_with_its_attributes() {
    try (TopicBench bench = new TopicBench(TO_QUEUE + "      RawMessageDelivery: true\n")) {
      String _ =
          bench.call(
              "Action=Publish&Message=hello&TopicArn="
                  + bench.topic()
                  + "&MessageAttributes.entry.1.Name=level"
                  + "&MessageAttributes.entry.1.Value.DataType=String"
                  + "&MessageAttributes.entry.1.Value.StringValue=high");
      TopicBench.Sent sent = bench.first("alarms");

      assertThat(sent.body()).isEqualTo("hello");
      assertThat(sent.attributes().at("/level/StringValue").asText()).isEqualTo("high");
    }
  }

  @Test
  void a_filter_lets_only_its_messages_through() {
    String filtered =
        TO_QUEUE
            + "      FilterPolicyScope: MessageBody\n"
            + "      FilterPolicy: {NewStateValue: [ALARM]}\n";
    try (TopicBench bench = new TopicBench(filtered)) {
      bench.publish("a", "{\"NewStateValue\":\"OK\"}");
      assertThat(bench.queues).isEmpty();
      bench.publish("a", "{\"NewStateValue\":\"ALARM\"}");
      assertThat(bench.queues.get("alarms")).hasSize(1);
    }
    try (TopicBench bench = new TopicBench(filtered.replace("[ALARM]", "[OK]"))) {
      bench.publish("a", "{\"NewStateValue\":\"OK\"}");
      assertThat(bench.queues.get("alarms")).hasSize(1);
    }
  }

  @Test
  void a_mail_is_in_the_inbox() {
    try (TopicBench bench = new TopicBench(TO_MAIL)) {
      bench.publish("A subject", "a message");

      assertThat(bench.inbox.all())
          .containsExactly(
              new Mail(
                  TopicBench.NOW, "email", "Rampart", "ops@example.com", "A subject", "a message"));
    }
    try (TopicBench bench = new TopicBench(TO_MAIL.replace("email\n", "email-json\n"))) {
      bench.publish("A subject", "a message");
      assertThat(bench.inbox.all().getFirst().body()).startsWith("{\"Type\":\"Notification\"");
    }
  }

  @Test
  void a_message_may_have_a_text_for_each_protocol() {
    try (TopicBench bench = new TopicBench(TO_MAIL)) {
      String _ =
          bench.call(
              "Action=Publish&MessageStructure=json&TopicArn="
                  + bench.topic()
                  + "&Message=%7B%22default%22%3A%22a%22%2C%22email%22%3A%22b%22%7D");
      assertThat(bench.inbox.all().getFirst().body()).isEqualTo("b");
    }
  }

  @Test
  void what_a_queue_does_not_take_goes_to_the_dead_letters() {
    String gone = TO_QUEUE.replace(":alarms", ":gone");
    String redriven =
        gone
            + "      RedrivePolicy:\n"
            + "        deadLetterTargetArn: arn:aws:sqs:eu-west-1:000000000000:dead\n";
    try (TopicBench bench = new TopicBench(redriven)) {
      bench.publish("a", "lost");
      assertThat(bench.waits).isEmpty();
      assertThat(bench.first("dead").document().path("Message").asText()).isEqualTo("lost");
      assertThat(bench.topics.fault()).isEmpty();
    }
    try (TopicBench bench = new TopicBench(gone)) {
      bench.publish("a", "lost");
      assertThat(bench.topics.fault().orElseThrow().cause()).contains("is lost");
    }
  }

  @Test
  void what_a_queue_may_not_take_of_the_topic_goes_to_the_dead_letters_at_once() {
    String closed = TO_QUEUE.replace(":alarms", ":closed");
    String redriven =
        closed
            + "      RedrivePolicy:\n"
            + "        deadLetterTargetArn: arn:aws:sqs:eu-west-1:000000000000:dead\n";
    try (TopicBench bench = new TopicBench(redriven)) {
      bench.publish("a", "kept");
      assertThat(bench.waits).isEmpty();
      assertThat(bench.first("dead").document().path("Message").asText()).isEqualTo("kept");
      assertThat(bench.first("dead").attributes().at("/ErrorMessage/StringValue").asText())
          .isEqualTo("closed to " + bench.topic());
    }
    try (TopicBench bench = new TopicBench(redriven.replace(":dead", ":closed"))) {
      bench.publish("a", "lost");
      assertThat(bench.queues).isEmpty();
      assertThat(bench.topics.fault().orElseThrow().cause()).contains("closed to");
    }
  }

  @Test
  void a_subscriber_that_fails_keeps_no_other_from_its_message() {
    String two =
        TO_QUEUE.replace(":alarms", ":broken")
            + TO_QUEUE.substring(TO_QUEUE.indexOf("  Queue:")).replace("Queue:", "Other:");
    try (TopicBench bench = new TopicBench(two)) {
      bench.publish("a", "for both");
      assertThat(bench.first("alarms").document().path("Message").asText()).isEqualTo("for both");
    }
  }

  @Test
  void a_queue_without_room_is_tried_again_as_sns_does_it() {
    try (TopicBench bench = new TopicBench(TO_QUEUE)) {
      bench.queuesAreFull = true;
      bench.publish("a", "b");
      for (int i = 0; i < 6; i++) {
        bench.runWaiting();
      }
      assertThat(bench.waits)
          .startsWith(Duration.ZERO, Duration.ZERO, Duration.ZERO)
          .endsWith(
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofSeconds(2));
      bench.queuesAreFull = false;
      bench.runWaiting();
      assertThat(bench.queues.get("alarms")).hasSize(1);
    }
  }

  @Test
  void a_url_on_loopback_is_called_and_tried_again() throws IOException {
    List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    List<Integer> answers = new CopyOnWriteArrayList<>(List.of(500, 200));
    try (LocalHttpServer server = server(requests, answers);
        TopicBench bench = new TopicBench(toUrl(server))) {
      bench.publish("a", "hello");
      bench.runWaiting();
      assertThat(bench.waits).containsExactly(Duration.ZERO, Duration.ofSeconds(20));
      bench.runWaiting();

      assertThat(requests).hasSize(2);
      assertThat(requests.getLast().header("x-amz-sns-message-type")).hasValue("Notification");
      String body = new String(requests.getLast().body(), StandardCharsets.UTF_8);
      assertThat(FilterPolicyTest.json(body).path("Message").asText()).isEqualTo("hello");
      assertThat(bench.topics.fault()).isEmpty();
    }
  }

  @Test
  void what_reaches_one_subscriber_does_not_hide_that_it_does_not_reach_another() {
    String gone = TO_QUEUE.substring(TO_QUEUE.indexOf("  Queue:")).replace(":alarms", ":gone");
    String both = TO_QUEUE.replace("  Queue:", gone.replace("Queue:", "Gone:") + "  Queue:");
    try (TopicBench bench = new TopicBench(both)) {
      bench.publish("a", "to both");
      bench.publish("a", "and again");
      assertThat(bench.queues.get("alarms")).hasSize(2);
      assertThat(bench.topics.fault().orElseThrow().cause()).contains("is lost");
    }
  }

  @Test
  void a_fault_is_over_when_a_notification_arrives_whatever_the_protocol() {
    for (String template : List.of(TO_QUEUE, TO_MAIL)) {
      String filtered = template + "      FilterPolicy: {level: [{exists: false}]}\n";
      TopicSubscription subscription = TopicBench.plan(filtered).subscriptions().getFirst();
      try (TopicBench bench = new TopicBench(filtered);
          TopicDelivery delivery =
              new TopicDelivery(bench, bench.inbox, (_, _) -> {}, () -> Instant.EPOCH)) {
        delivery.watch(subscription);
        delivery.deliver(notification(subscription, new BrokenAttributes()), subscription, "a");
        assertThat(delivery.fault(subscription.arn())).isPresent();

        delivery.deliver(
            notification(subscription, JsonNodeFactory.instance.objectNode()), subscription, "a");
        assertThat(delivery.fault(subscription.arn())).isEmpty();
      }
    }
  }

  /** Attributes that no filter can read. */
  private static final class BrokenAttributes extends POJONode {
    private static final long serialVersionUID = 1L;

    BrokenAttributes() {
      super("broken");
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> properties() {
      throw new IllegalStateException("broken");
    }
  }

  private static Notification notification(TopicSubscription to, JsonNode attributes) {
    return new Notification(
        "id",
        to.topicArn(),
        Optional.empty(),
        Map.of(Notification.DEFAULT, "a"),
        attributes,
        Instant.EPOCH);
  }

  @Test
  void nothing_is_kept_of_a_subscription_that_ends_while_a_retry_is_under_way() {
    TopicSubscription subscription = TopicBench.plan(TO_QUEUE).subscriptions().getFirst();
    List<Runnable> retries = new ArrayList<>();
    try (TopicBench queues = new TopicBench(TO_QUEUE);
        TopicDelivery delivery =
            new TopicDelivery(
                queues, queues.inbox, (_, task) -> retries.add(task), () -> Instant.EPOCH)) {
      delivery.watch(subscription);
      queues.queuesAreFull = true;
      JsonNode attributes = JsonNodeFactory.instance.objectNode();
      delivery.deliver(notification(subscription, attributes), subscription, "from");
      delivery.forget(subscription.arn());
      while (!retries.isEmpty()) {
        retries.removeFirst().run();
      }
      assertThat(delivery.fault(subscription.arn())).isEmpty();
    }
  }

  @Test
  void a_url_that_refuses_is_not_tried_again() throws IOException {
    List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    try (LocalHttpServer server = server(requests, new CopyOnWriteArrayList<>(List.of(403)));
        TopicBench bench = new TopicBench(toUrl(server))) {
      bench.publish("a", "hello");
      bench.runWaiting();
      assertThat(bench.waits).hasSize(1);
      assertThat(bench.topics.fault().orElseThrow().cause()).contains("answers 403");
    }
  }

  @Test
  void posts_under_way_count_among_those_that_wait() throws IOException {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answers = new CountDownLatch(1);
    try (LocalHttpServer server =
            server(
                _ -> {
                  arrived.countDown();
                  await(answers);
                  return 200;
                });
        TopicBench bench = new TopicBench(toUrl(server))) {
      bench.publish("a", "under way");
      Thread post = Thread.ofVirtual().start(bench::runWaiting);
      await(arrived);
      for (int i = 1; i < TopicDelivery.WAITING_MAX; i++) {
        bench.publish("a", "waits");
      }
      assertThat(bench.topics.fault()).isEmpty();
      bench.publish("a", "one too many");
      assertThat(bench.topics.fault().orElseThrow().cause()).contains("too many");
      answers.countDown();
      assertThat(join(post)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean join(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String toUrl(LocalHttpServer server) {
    return TO_QUEUE
        .replace("sqs\n", "http\n")
        .replaceFirst("arn:.*:alarms", "http://127.0.0.1:" + server.port() + "/hook");
  }

  private static LocalHttpServer server(List<HttpRequest> requests, List<Integer> answers)
      throws IOException {
    return server(
        request -> {
          requests.add(request);
          return answers.removeFirst();
        });
  }

  private static LocalHttpServer server(ToIntFunction<HttpRequest> status) throws IOException {
    LocalHttpServer server =
        LocalHttpServer.bind(
            "127.0.0.1",
            0,
            HttpLimits.forBodiesOf(100_000),
            Audience.PROGRAMS,
            ConnectionThreads.VIRTUAL);
    server.open(
        new HttpHandler() {
          @Override
          public HttpResponse answer(HttpRequest request) {
            return HttpResponse.text(status.applyAsInt(request), "");
          }

          @Override
          public HttpResponse refuse(HttpRequest soFar, HttpFault fault) {
            return HttpResponse.text(fault.status(), "");
          }
        });
    return server;
  }
}
