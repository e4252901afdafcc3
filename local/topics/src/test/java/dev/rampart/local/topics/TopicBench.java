package dev.rampart.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Topics of a template, queues that remember, and retries that are run by hand. */
final class TopicBench implements QueueSender, AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final PseudoParameters STACK = PseudoParameters.local("test");

  /** What each queue got, by its name. */
  final Map<String, List<Sent>> queues = new HashMap<>();

  final Inbox inbox = new Inbox();
  final List<Duration> waits = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  final Topics topics;
  private final TopicsService service;
  boolean queuesAreFull;

  record Sent(String body, JsonNode attributes) {
    JsonNode document() {
      return FilterPolicyTest.json(body);
    }
  }

  TopicBench(String template) {
    TopicPlan plan = plan(template);
    topics =
        new Topics(
            plan,
            this,
            inbox,
            (wait, task) -> {
              waits.add(wait);
              waiting.add(task);
            },
            () -> NOW);
    service = new TopicsService(topics, STACK);
  }

  static TopicPlan plan(String template) {
    List<Properties> read = new ArrayList<>();
    for (Resource resource : Template.read("t.yaml", template).stack(Map.of()).resources()) {
      if (TopicReader.takes(resource.type())) {
        read.add(resource.read());
      }
    }
    TopicPlan plan = TopicReader.read(read, arn -> !arn.endsWith(":missing"));
    read.forEach(Properties::end);
    return plan;
  }

  @Override
  public void send(String arn, String body, JsonNode attributes) {
    if (arn.endsWith(":gone")) {
      throw new IllegalArgumentException("There is no queue " + arn);
    }
    if (arn.endsWith(":broken")) {
      throw new IllegalStateException("broken");
    }
    if (queuesAreFull) {
      throw new AwsError("RequestThrottled", "full");
    }
    queues
        .computeIfAbsent(arn.substring(arn.lastIndexOf(':') + 1), _ -> new ArrayList<>())
        .add(new Sent(body, attributes));
  }

  @Override
  public Optional<String> refusal(String topicArn, String queueArn) {
    return queueArn.endsWith(":closed") ? Optional.of("closed to " + topicArn) : Optional.empty();
  }

  /** Returns the first message of a queue. */
  Sent first(String queue) {
    return queues.getOrDefault(queue, List.of()).getFirst();
  }

  /** Runs what waits, whatever time it waits for. */
  void runWaiting() {
    List<Runnable> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Runnable::run);
  }

  String topic() {
    return topics.all().getFirst().arn();
  }

  void publish(String subject, String message) {
    topics.publish(topic(), subject, Map.of(Notification.DEFAULT, message));
  }

  /** Calls the service with a form. */
  String call(String form) {
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/",
            "",
            List.of(new Field("Content-Type", "application/x-www-form-urlencoded")),
            ("Version=2010-03-31&" + form).getBytes(StandardCharsets.UTF_8),
            "127.0.0.1");
    return new String(service.answer(request).body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    topics.close();
  }
}
