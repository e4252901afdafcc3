package dev.rampart.local.events;

import static dev.rampart.local.events.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.protocol.AwsServer;
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
            Desk.PLACE,
            InstantSource.system(),
            directory.resolve("logs/bus.jsonl"),
            (arn, event) -> {
              invoked.add(arn + " " + new String(event, StandardCharsets.UTF_8));
              return new FunctionInvoker.Outcome.Returned("{}".getBytes(StandardCharsets.UTF_8));
            });
  }

  @AfterEach
  void close() throws Exception {
    events.close();
  }

  @Test
  void an_event_goes_over_the_bus_through_a_rule_and_a_queue_to_a_function() throws Exception {
    String bus = events.addBus("rampart-dev");
    String queue = events.addQueue("signals", json("{\"QueueName\":\"signals\"}"));
    events.addRule(
        "suspicious",
        json(
            """
            {"EventBusName":"rampart-dev","EventPattern":{"source":["rampart.api"]},
             "Targets":[{"Id":"detection","Arn":"%s"}]}
            """
                .formatted(queue)));
    events.send(queue, "by hand");
    events.addMapping("arn:detection", json("{\"Queue\":\"" + queue + "\",\"BatchSize\":10}"));
    try (AwsServer server = AwsServer.start(0, events.services());
        HttpClient http = HttpClient.newHttpClient()) {
      events.start();
      String body =
          """
          {"Entries":[{"EventBusName":"%s","Source":"rampart.api","DetailType":"Made","Detail":"{\\"a\\":1}"}]}
          """
              .formatted(bus);
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
    while (!calls.contains("by hand") || !calls.contains("rampart.api")) {
      String call = invoked.poll(60, TimeUnit.SECONDS);
      assertThat(call).startsWith("arn:detection {\"Records\":[");
      calls += call;
    }
    assertThat(directory.resolve("logs/bus.jsonl")).content().contains("\"detail\":{\"a\":1}}\n");
  }

  @Test
  void a_template_that_asks_for_more_than_there_is_gets_one_clear_line() {
    assertThatThrownBy(() -> events.addQueue("orders", json("{\"FifoQueue\":true}")))
        .hasMessage("Queue orders: Unknown Attribute FifoQueue.");
    assertThatThrownBy(() -> events.addRule("r", json("{\"ScheduleExpression\":\"rate(1 day)\"}")))
        .hasMessage("Rule r: Scheduled rules are no part of the local run.");
    assertThatThrownBy(() -> events.addRule("r", json("{\"EventBusName\":\"none\"}")))
        .hasMessage("Rule r: Event bus none does not exist.");
    assertThatThrownBy(() -> events.addMapping("f", json("{\"Queue\":\"arn:none\"}")))
        .hasMessage("There is no queue arn:none.");
  }
}
