package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The queues that keep what could not be delivered or worked on, whoever writes to them. */
public final class DeadLetters {
  private static final String ON_FAILURE = "DestinationConfig.OnFailure.Destination";

  /**
   * A queue that the event bus writes to.
   *
   * @param sender the rule or the bus in whose name it writes
   */
  public record Delivery(Resource queue, Resource sender) {}

  private DeadLetters() {}

  /** Returns the queues in which failures end. */
  public static Set<Resource> of(CheckedTemplate subject) {
    Set<Resource> queues = new LinkedHashSet<>();
    for (JsonNode end : ends(subject)) {
      subject.target(end).filter(DeadLetters::isQueue).ifPresent(queues::add);
    }
    return queues;
  }

  private static List<JsonNode> ends(CheckedTemplate subject) {
    List<JsonNode> ends = new ArrayList<>();
    for (Resource resource : subject.resources()) {
      JsonNode properties = resource.properties();
      ends.add(Json.at(properties, "RedrivePolicy.deadLetterTargetArn"));
      ends.add(Json.at(properties, "DeadLetterConfig.Arn"));
      ends.add(Json.at(properties, "Target.DeadLetterConfig.Arn"));
      ends.add(Json.at(properties, ON_FAILURE));
      ends.add(Json.at(properties, "EventInvokeConfig." + ON_FAILURE));
      for (JsonNode target : Json.list(properties.path("Targets"))) {
        ends.add(Json.at(target, "DeadLetterConfig.Arn"));
      }
    }
    return ends;
  }

  /** Returns each queue that the event bus writes to, with who sends. */
  public static List<Delivery> ofEvents(CheckedTemplate subject) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Resource rule : subject.ofType(Types.RULE)) {
      for (JsonNode target : Json.list(rule.property("Targets"))) {
        add(deliveries, subject, target.path("Arn"), rule);
        add(deliveries, subject, Json.at(target, "DeadLetterConfig.Arn"), rule);
      }
    }
    for (Resource bus : subject.ofType(Types.BUS)) {
      add(deliveries, subject, Json.at(bus.properties(), "DeadLetterConfig.Arn"), bus);
    }
    return deliveries;
  }

  private static void add(
      List<Delivery> deliveries, CheckedTemplate subject, JsonNode arn, Resource sender) {
    subject
        .target(arn)
        .filter(DeadLetters::isQueue)
        .ifPresent(queue -> deliveries.add(new Delivery(queue, sender)));
  }

  private static boolean isQueue(Resource resource) {
    return resource.type().equals(Types.QUEUE);
  }
}
