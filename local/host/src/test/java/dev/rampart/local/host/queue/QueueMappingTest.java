package dev.rampart.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueMappingTest {
  private static final Stack STACK =
      Template.read(
              "t.yaml",
              """
              {"Resources": {
               "Queue": {"Type": "AWS::SQS::Queue", "Properties":
                {"QueueName": "q", "VisibilityTimeout": 0}},
               "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": "orders",
                "EventPattern": {"source": ["shop"]},
                "Targets": [{"Id": "jobs", "Arn": "%s"}]}}}}
              """
                  .formatted(TestQueue.ARN))
          .stack(Map.of());

  @TempDir private Path directory;
  private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
  private LocalEvents events;
  private AwsServer server;

  @BeforeEach
  void start() throws Exception {
    events =
        LocalEvents.open(
            TestQueue.STACK,
            InstantSource.system(),
            directory.resolve("bus.jsonl"),
            (_, _, _) -> new AsyncInvocation.NotFound());
    events.addBus(new BusSettings("orders", Optional.empty()));
    events.add(QueueSettings.read(properties("Queue")));
    events.add(RuleSettings.read(properties("Rule")));
    server = AwsServer.start(0, events.services());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    events.close();
  }

  private static Properties properties(String resource) {
    return STACK.get(resource).read();
  }

  private QueueMapping start(QueueMappingSettings settings, FunctionInvoker function)
      throws Exception {
    return QueueMapping.start(settings, server.url(), client(), function, InstantSource.system());
  }

  private static AwsClient client() {
    return new AwsClient("eu-west-1", "LOCALQueues");
  }

  @Test
  void an_event_goes_over_the_bus_through_a_rule_and_a_queue_to_a_function_whatever_it_throws()
      throws Exception {
    events.send(TestQueue.ARN, "by hand");
    AtomicInteger failures = new AtomicInteger();
    FunctionInvoker function =
        (arn, event) -> {
          if (failures.incrementAndGet() <= 2) {
            throw new IllegalStateException("no function");
          }
          invoked.add(arn + " " + new String(event, StandardCharsets.UTF_8));
          return new InvocationResult.Answered(new byte[0]);
        };
    try (AwsClient client = client();
        QueueMapping mapping = start(TestQueue.settings(""), function)) {
      JsonNode entries =
          TestQueue.json(
              "{'Entries':[{'EventBusName':'orders','Source':'shop','DetailType':'Made',"
                  + "'Detail':'{}'}]}");
      JsonNode answer = client.call(server.url(), "AWSEvents.PutEvents", entries);
      assertThat(answer.path("FailedEntryCount").asInt()).isZero();
      String calls = "";
      while (!calls.contains("by hand") || !calls.contains("shop")) {
        String call = invoked.poll(60, TimeUnit.SECONDS);
        assertThat(call).startsWith("arn:f {\"Records\":[");
        calls += call;
      }
      assertThat(mapping.health().queueArn()).isEqualTo(TestQueue.ARN);
    }
  }

  @Test
  void a_queue_that_cannot_be_reached_is_a_fault_until_it_can() throws Exception {
    try (QueueMapping mapping =
        start(TestQueue.settings(""), (_, _) -> new InvocationResult.Throttled())) {
      assertThat(mapping.health().fault()).isEmpty();
      server.close();
      while (mapping.health().fault().isEmpty()) {
        Thread.sleep(10);
      }
      assertThat(mapping.health().fault().orElseThrow().cause()).contains("nobody answers at");
    }
  }

  @Test
  void a_disabled_mapping_feeds_nothing_and_its_queue_must_be_there_all_the_same()
      throws Exception {
    events.send(TestQueue.ARN, "x");
    QueueMappingSettings disabled = TestQueue.settings(",'Enabled':false");
    try (QueueMapping mapping =
        start(
            disabled,
            (_, _) -> {
              throw new IllegalStateException("invoked");
            })) {
      assertThat(mapping.health().fault()).isEmpty();
    }
    events.close();
    QueueMappingSettings elsewhere =
        new QueueMappingSettings(
            "arn:none", "arn:f", false, 1, disabled.window(), disabled.pollers(), false);
    assertThatThrownBy(() -> start(elsewhere, (_, _) -> new InvocationResult.Throttled()))
        .hasMessage("There is no queue arn:none.");
    QueueMappingSettings abroad =
        new QueueMappingSettings(
            TestQueue.ARN.replace("eu-west-1", "eu-north-1"),
            "arn:f",
            true,
            1,
            disabled.window(),
            disabled.pollers(),
            false);
    assertThatThrownBy(() -> start(abroad, (_, _) -> new InvocationResult.Throttled()))
        .hasMessage("There is no queue " + abroad.queueArn() + ".");
  }
}
