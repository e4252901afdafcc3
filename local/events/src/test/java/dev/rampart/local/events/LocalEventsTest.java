package dev.rampart.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.events.bus.BusSettings;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalEventsTest {
  @TempDir private Path directory;
  private LocalEvents events;

  @BeforeEach
  void open() throws Exception {
    events =
        LocalEvents.open(
            Desk.STACK,
            InstantSource.system(),
            directory.resolve("logs/bus.jsonl"),
            (_, _, _) -> new AsyncInvocation.Throttled());
  }

  @AfterEach
  void close() throws Exception {
    events.close();
  }

  @Test
  void an_event_goes_over_the_bus_through_a_rule_to_a_queue() throws Exception {
    events.addBus(new BusSettings("orders", Optional.empty()));
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
    try (AwsServer server = AwsServer.start(0, events.services());
        HttpClient http = HttpClient.newHttpClient()) {
      String body =
          """
          {"Entries":[{"EventBusName":"orders","Source":"shop","DetailType":"Made","Detail":"{\\"a\\":1}"}]}
          """;
      assertThat(call(http, server, "AWSEvents.PutEvents", body))
          .contains("\"FailedEntryCount\":0");
      String receive =
          "{\"QueueUrl\":\"%s\",\"MaxNumberOfMessages\":10}"
              .formatted(queue.substring(queue.lastIndexOf(':') + 1));
      assertThat(call(http, server, "AmazonSQS.ReceiveMessage", receive))
          .contains("\"by hand\"", "shop");
    }
    assertThat(directory.resolve("logs/bus.jsonl")).content().contains("\"detail\":{\"a\":1}}\n");
  }

  private static String call(HttpClient http, AwsServer server, String target, String body)
      throws Exception {
    return http.send(
            HttpRequest.newBuilder(server.url())
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void a_rule_of_a_bus_that_is_not_there_is_refused() {
    RuleSettings rule =
        RuleSettings.read(
            Templates.properties(
                "AWS::Events::Rule",
                "{\"Name\":\"lost\",\"EventBusName\":\"none\",\"EventPattern\":{\"source\":[\"a\"]}}"));

    assertThatThrownBy(() -> events.add(rule))
        .hasMessage("Rule lost: Event bus none does not exist.");
  }
}
