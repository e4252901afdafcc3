package dev.rampart.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.mapping.QueueMappingSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalEventsTest {
  @TempDir private Path directory;
  private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
  private LocalEvents events;

  @BeforeEach
  void open() throws Exception {
    events =
        LocalEvents.open(
            Desk.STACK,
            InstantSource.system(),
            directory.resolve("logs/bus.jsonl"),
            (arn, event) -> {
              invoked.add(arn + " " + new String(event, StandardCharsets.UTF_8));
              return new InvocationResult.Answered("{}".getBytes(StandardCharsets.UTF_8));
            });
  }

  @AfterEach
  void close() throws Exception {
    events.close();
  }

  @Test
  void an_event_goes_over_the_bus_through_a_rule_and_a_queue_to_a_function() throws Exception {
    events.addBus("orders");
    events.add(QueueSettings.read(Templates.properties("AWS::SQS::Queue", "{}")));
    String queue = Templates.queueArn();
    events.add(
        RuleSettings.read(
            Templates.properties(
                "AWS::Events::Rule",
                """
                {"EventBusName":"orders","EventPattern":{"source":["shop"]},
                 "Targets":[{"Id":"jobs","Arn":"%s"}]}
                """
                    .formatted(queue))));
    events.send(queue, "by hand");
    events.add(
        QueueMappingSettings.read(
            Templates.properties(
                "AWS::Lambda::EventSourceMapping",
                "{\"FunctionName\":\"arn:detection\",\"EventSourceArn\":\"" + queue + "\"}")));
    try (AwsServer server = AwsServer.start(0, events.services());
        HttpClient http = HttpClient.newHttpClient()) {
      events.start();
      String body =
          """
          {"Entries":[{"EventBusName":"orders","Source":"shop","DetailType":"Made","Detail":"{\\"a\\":1}"}]}
          """;
      var answer =
          http.send(
              HttpRequest.newBuilder(server.url())
                  .header("X-Amz-Target", "AWSEvents.PutEvents")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"FailedEntryCount\":0");
    }
    String calls = "";
    while (!calls.contains("by hand") || !calls.contains("shop")) {
      String call = invoked.poll(60, TimeUnit.SECONDS);
      assertThat(call).startsWith("arn:detection {\"Records\":[");
      calls += call;
    }
    assertThat(directory.resolve("logs/bus.jsonl")).content().contains("\"detail\":{\"a\":1}}\n");
  }

  @Test
  void a_rule_or_a_mapping_of_what_is_not_there_is_refused() {
    RuleSettings rule =
        RuleSettings.read(
            Templates.properties(
                "AWS::Events::Rule",
                "{\"EventBusName\":\"none\",\"EventPattern\":{\"source\":[\"a\"]}}"));
    QueueMappingSettings mapping =
        QueueMappingSettings.read(
            Templates.properties(
                "AWS::Lambda::EventSourceMapping",
                "{\"FunctionName\":\"f\",\"EventSourceArn\":\"arn:none\"}"));

    assertThatThrownBy(() -> events.add(rule))
        .hasMessage("Rule Resource: Event bus none does not exist.");
    assertThatThrownBy(() -> events.add(mapping)).hasMessage("There is no queue arn:none.");
  }
}
