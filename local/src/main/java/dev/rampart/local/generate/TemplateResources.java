package dev.rampart.local.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The resources of a template as they are written. They are read unresolved, since they refer to
 * what is about to be generated.
 *
 * @param section the resources by their logical ids
 */
public record TemplateResources(JsonNode section) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

  /** Returns those of a template. */
  public static TemplateResources of(Template template) {
    return new TemplateResources(template.section("Resources"));
  }

  /** Returns the logical ids of a type, in the order they are written. */
  public List<String> ofType(String type) {
    return section.properties().stream()
        .filter(resource -> resource.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the properties of a resource; a missing node if there is none. */
  public JsonNode properties(String logicalId) {
    return section.path(logicalId).path("Properties");
  }

  /** Returns the name of the condition that a resource depends on; empty if there is none. */
  public Optional<String> condition(String logicalId) {
    return Optional.ofNullable(section.path(logicalId).path("Condition").textValue());
  }

  /** Returns the logical id that a value refers to by Ref, GetAtt or the first one of a Sub. */
  public static Optional<String> target(JsonNode value) {
    JsonNode attribute = value.path("Fn::GetAtt");
    JsonNode pattern = value.path("Fn::Sub");
    if (value.has("Ref")) {
      return Optional.of(value.path("Ref").asText());
    }
    if (attribute.isArray()) {
      return Optional.of(attribute.path(0).asText());
    }
    Matcher variable = VARIABLE.matcher(pattern.asText());
    return pattern.isTextual() && variable.find()
        ? Optional.of(variable.group(1))
        : Optional.empty();
  }

  /** Returns the events of a type of source of all functions, each with the function that reads. */
  public Stream<Map.Entry<String, JsonNode>> events(String source) {
    return ofType("AWS::Serverless::Function").stream()
        .flatMap(
            function ->
                Stream.of(properties(function).path("Events"))
                    .flatMap(events -> events.properties().stream())
                    .filter(event -> event.getValue().path("Type").asText().equals(source))
                    .map(event -> Map.entry(function, event.getValue().path("Properties"))));
  }

  /** Says whether a composite alarm speaks for an alarm, so that people hear of it only once. */
  public boolean isHeardThroughComposite(String alarm) {
    return ofType("AWS::CloudWatch::CompositeAlarm").stream()
        .map(composite -> properties(composite).path("AlarmRule").toString())
        .anyMatch(rule -> rule.contains("${" + alarm + "}"));
  }

  /** Returns the queues in which something lies only after a failure. */
  public List<String> deadLetterQueues() {
    return ofType("AWS::SQS::Queue").stream().filter(this::isDeadLetterQueue).toList();
  }

  private boolean isDeadLetterQueue(String queue) {
    return Stream.of("deadLetterTargetArn", "DeadLetterConfig", "OnFailure")
        .flatMap(member -> section.findValues(member).stream())
        .flatMap(value -> Stream.of(value, value.path("Arn"), value.path("Destination")))
        .flatMap(value -> target(value).stream())
        .anyMatch(queue::equals);
  }
}
