package dev.rampart.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.bus.RuleSettings;
import dev.rampart.local.events.queue.QueueSettings;
import dev.rampart.local.protocol.lambda.AsyncInvocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of services of AWS, which no client may put, and what is counted of deliveries. */
final class ServiceEventsTest {
  private static final ObjectNode DETAIL =
      JsonNodeFactory.instance.objectNode().put("alarmName", "errors");

  @TempDir private Path directory;
  private LocalEvents events;

  @BeforeEach
  void open() throws Exception {
    events =
        LocalEvents.open(
            Desk.STACK,
            InstantSource.system(),
            directory.resolve("bus.jsonl"),
            (_, _, _) -> new AsyncInvocation.Throttled());
  }

  @AfterEach
  void close() throws Exception {
    events.close();
  }

  private void put() {
    events.put("aws.cloudwatch", "CloudWatch Alarm State Change", "arn:alarm", DETAIL);
  }

  private void addRule(String targetArn) {
    events.add(
        RuleSettings.read(
            Templates.properties(
                "AWS::Events::Rule",
                """
                {"Name":"alarms","EventPattern":{"source":["aws.cloudwatch"]},
                 "Targets":[{"Id":"jobs","Arn":"%s"}]}
                """
                    .formatted(targetArn))));
  }

  @Test
  void an_event_of_a_service_goes_to_the_rules_of_the_default_bus() throws Exception {
    events.add(QueueSettings.read(Templates.properties("AWS::SQS::Queue", "{}")));
    addRule(Templates.queueArn());
    put();

    assertThat(events.health(Set.of()).queues().getFirst().visible()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("bus.jsonl")))
        .contains("\"detail-type\":\"CloudWatch Alarm State Change\"")
        .contains("\"resources\":[\"arn:alarm\"]")
        .contains("\"detail\":{\"alarmName\":\"errors\"}");
  }

  @Test
  void without_a_rule_it_goes_nowhere() throws Exception {
    put();
    assertThat(Files.readString(directory.resolve("bus.jsonl"))).isEmpty();
  }

  @Test
  void a_target_that_is_given_up_is_counted() {
    List<String> failed = new ArrayList<>();
    events.countingFailures((bus, rule) -> failed.add(bus + "/" + rule));
    addRule(Templates.queueArn());
    put();
    assertThat(failed).containsExactly("default/alarms");
  }
}
