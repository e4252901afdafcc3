package dev.rampart.local.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.host.stream.StreamMapping;
import dev.rampart.local.host.stream.StreamSettings;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Puts the template's buses, queues, rules and event sources into the stand-ins. */
record Wiring(Stack stack, LocalEvents events) {

  void busesQueuesAndRules() {
    for (Resource bus : stack.ofType("AWS::Events::EventBus")) {
      var _ = events.addBus(bus.text("Name", bus.physical().ref()));
    }
    for (Resource queue : stack.ofType("AWS::SQS::Queue")) {
      var _ = events.addQueue(name(queue), queue.properties());
    }
    for (Resource rule : stack.ofType("AWS::Events::Rule")) {
      var _ = events.addRule(rule.text("Name", rule.logicalId()), rule.properties());
    }
  }

  static String name(Resource queue) {
    return queue.physical().attributes().getOrDefault("QueueName", queue.logicalId());
  }

  /** Starts to feed functions from queues and streams. */
  void mappings(
      Closing closing, Checkup checkup, Endpoints endpoints, Functions functions, Path work)
      throws IOException {
    for (Resource mapping : stack.ofType("AWS::Lambda::EventSourceMapping")) {
      String function = mapping.text("FunctionName", "");
      String source = mapping.text("EventSourceArn", "");
      ObjectNode properties = mapping.properties().deepCopy();
      if (source.contains(":sqs:")) {
        events.addMapping(function, properties.put("Queue", source));
      } else {
        properties.put("Stream", source).remove(List.of("EventSourceArn", "FunctionName"));
        StreamSettings settings = StreamSettings.of(function, properties);
        StreamMapping started =
            closing.add(
                StreamMapping.start(
                    settings,
                    endpoints.dynamodb(),
                    new AwsClient(stack.pseudoParameters().region(), "LOCALStreams"),
                    event -> functions.invoke(function, event),
                    events::send,
                    InstantSource.system(),
                    work.resolve(mapping.logicalId() + ".checkpoint")));
        checkup.watch(started, settings.failureQueueArn());
      }
    }
    events.start();
  }
}
