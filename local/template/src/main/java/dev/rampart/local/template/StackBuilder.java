package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Resolves one template for one place and one set of parameters. */
final class StackBuilder implements References {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonPointer RESOURCES = Source.TOP.appendProperty("Resources");

  private final Source source;
  private final Place place;
  private final Map<String, JsonNode> parameters;
  private final Map<String, Physical> known;
  private final Map<String, Physical> named = new HashMap<>();
  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Evaluator evaluator;

  StackBuilder(
      Source source, Place place, Map<String, JsonNode> parameters, Map<String, Physical> known) {
    this.source = source;
    this.place = place;
    this.parameters = parameters;
    this.known = known;
    this.evaluator = new Evaluator(source, this);
    for (Declared resource : Sam.expand(source)) {
      if (exists(resource)) {
        declared.put(resource.logicalId(), resource);
      }
    }
  }

  Stack build(Function<Map<String, Physical>, Stack> again) {
    checkDependencies();
    List<Resource> resources = declared.values().stream().map(this::resolve).toList();
    return new Stack(source.file(), place, resources, outputs(), known, again);
  }

  /** What SAM adds stands under the condition of the resource that it was added for. */
  private boolean exists(Declared resource) {
    JsonPointer at = owner(resource.at());
    JsonNode condition = source.root().at(at).path("Condition");
    return condition.isMissingNode()
        || evaluator.conditions().holds(condition.asText(), at.appendProperty("Condition"));
  }

  /** The place of the resource that a property belongs to: the first two steps of its pointer. */
  private static JsonPointer owner(JsonPointer at) {
    return RESOURCES.appendProperty(at.tail().getMatchingProperty());
  }

  private void checkDependencies() {
    for (Map.Entry<String, JsonNode> resource : source.root().path("Resources").properties()) {
      JsonNode on = resource.getValue().path("DependsOn");
      for (JsonNode name : on.isTextual() ? List.of(on) : on) {
        boolean there =
            declared.containsKey(name.asText())
                || source.root().path("Resources").has(name.asText());
        if (!there) {
          JsonPointer at = RESOURCES.appendProperty(resource.getKey()).appendProperty("DependsOn");
          throw source.fault(at, "there is no resource " + name.asText());
        }
      }
    }
  }

  private Resource resolve(Declared resource) {
    ObjectNode properties = JSON.objectNode();
    Map<String, Integer> lines = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : resource.properties().properties()) {
      JsonPointer at = resource.at().appendProperty(property.getKey());
      JsonNode value = evaluator.value(property.getValue(), at);
      if (!value.isMissingNode()) {
        properties.set(property.getKey(), value);
        lines.put(property.getKey(), source.line(at));
      }
    }
    return new Resource(
        resource.logicalId(),
        resource.type(),
        properties,
        physical(resource),
        source.line(owner(resource.at())),
        Map.copyOf(lines));
  }

  private Map<String, String> outputs() {
    Map<String, String> outputs = new HashMap<>();
    JsonPointer section = Source.TOP.appendProperty("Outputs");
    for (Map.Entry<String, JsonNode> output : source.root().path("Outputs").properties()) {
      JsonPointer at = section.appendProperty(output.getKey());
      JsonNode condition = output.getValue().path("Condition");
      if (condition.isMissingNode() || evaluator.conditions().holds(condition.asText(), at)) {
        JsonNode value = output.getValue().path("Value");
        outputs.put(output.getKey(), evaluator.text(value, at.appendProperty("Value")));
      }
    }
    return outputs;
  }

  @Override
  public Optional<JsonNode> ref(String name, JsonPointer at) {
    if (parameters.containsKey(name)) {
      return Optional.ofNullable(parameters.get(name));
    }
    return pseudo(name)
        .or(() -> resource(name).map(resource -> physical(resource).ref()))
        .or(() -> sam(name))
        .map(JSON::textNode);
  }

  @Override
  public Optional<JsonNode> attribute(String logicalId, String attribute, JsonPointer at) {
    Optional<String> value =
        resource(logicalId)
            .map(this::physical)
            .map(physical -> physical.attributes().get(attribute));
    if (value.isEmpty()
        && known.containsKey(logicalId)
        && sam(logicalId + "." + attribute).isEmpty()) {
      throw source.fault(at, "the run gave no " + attribute + " for " + logicalId);
    }
    return value.map(JSON::textNode);
  }

  private Optional<Declared> resource(String logicalId) {
    return Optional.ofNullable(declared.get(logicalId));
  }

  private Optional<String> pseudo(String name) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(place.region());
      case "AWS::AccountId" -> Optional.of(place.accountId());
      case "AWS::Partition" -> Optional.of(Place.PARTITION);
      case "AWS::URLSuffix" -> Optional.of(Place.URL_SUFFIX);
      case "AWS::StackName" -> Optional.of(place.stackName());
      case "AWS::StackId" -> Optional.of(place.stackId());
      default -> Optional.empty();
    };
  }

  /** SAM's own references: {@code Function.Alias}, {@code Function.Version}, {@code Api.Stage}. */
  private Optional<String> sam(String name) {
    int dot = name.indexOf('.');
    String owner = dot < 0 ? name : name.substring(0, dot);
    return resource(owner)
        .flatMap(
            resource ->
                switch (dot < 0 ? "" : name.substring(dot + 1)) {
                  case "Alias" -> added(resource, "Alias", "AutoPublishAlias");
                  case "Version" ->
                      Optional.ofNullable(physical(resource).attributes().get("Arn"))
                          .map(arn -> arn + ":1");
                  case "Stage" -> stage(resource);
                  default -> Optional.empty();
                });
  }

  private Optional<String> added(Declared resource, String kind, String property) {
    return resource(resource.logicalId() + kind + resource.properties().path(property).asText())
        .map(alias -> physical(alias).ref());
  }

  private Optional<String> stage(Declared resource) {
    JsonNode name = resource.properties().path("StageName");
    return name.isMissingNode()
        ? Optional.empty()
        : Optional.of(evaluator.text(name, resource.at().appendProperty("StageName")));
  }

  private Physical physical(Declared resource) {
    String id = resource.logicalId();
    if (known.containsKey(id)) {
      return known.getOrDefault(id, Physical.of(id));
    }
    if (!named.containsKey(id)) {
      Function<String, String> property = name -> property(resource, name);
      named.put(id, new Names(place, id, property).of(resource.type()));
    }
    return named.getOrDefault(id, Physical.of(id));
  }

  private String property(Declared resource, String name) {
    JsonNode node = resource.properties().path(name);
    return node.isMissingNode() ? "" : evaluator.text(node, resource.at().appendProperty(name));
  }
}
