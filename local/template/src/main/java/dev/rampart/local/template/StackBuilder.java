package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Resolves one template for one region and account and one set of parameters. */
class StackBuilder implements References {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonPointer RESOURCES = TemplateSource.TOP.appendProperty("Resources");

  private final TemplateSource source;
  private final PseudoParameters pseudo;
  private final Map<String, JsonNode> parameters;
  private final Map<String, PhysicalResource> known;
  private final Map<String, PhysicalResource> named = new HashMap<>();
  private final Map<String, ResourceDefinition> declared = new LinkedHashMap<>();
  private final Evaluator evaluator;
  private final ValueBudget resolved;

  StackBuilder(
      TemplateSource source,
      PseudoParameters pseudo,
      Map<String, JsonNode> parameters,
      Map<String, PhysicalResource> known) {
    this.source = source;
    this.pseudo = pseudo;
    this.parameters = parameters;
    this.known = known;
    this.evaluator = new Evaluator(source, this);
    this.resolved = new ValueBudget(source);
    for (ResourceDefinition resource : SamTransform.expand(source)) {
      if (exists(resource)) {
        declared.put(resource.logicalId(), resource);
      }
    }
  }

  Stack build(Function<Map<String, PhysicalResource>, Stack> again) {
    evaluator.conditions().decideAll();
    checkDependencies();
    List<Resource> resources = declared.values().stream().map(this::resolve).toList();
    return new Stack(source.file(), pseudo, resources, outputs(), known, again);
  }

  /** What SAM adds stands under the condition of the resource that it was added for. */
  private boolean exists(ResourceDefinition resource) {
    JsonPointer at = owner(resource.at());
    JsonNode condition = source.root().at(at).path("Condition");
    return condition.isMissingNode()
        || evaluator.conditions().holds(condition.asText(), at.appendProperty("Condition"));
  }

  /** Returns where the resource of a property is: the first two steps of the pointer. */
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

  private Resource resolve(ResourceDefinition resource) {
    ObjectNode properties = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : resource.properties().properties()) {
      JsonPointer at = resource.at().appendProperty(property.getKey());
      JsonNode value = evaluator.value(property.getValue(), at);
      resolved.spend(value, at);
      if (!value.isMissingNode()) {
        properties.set(property.getKey(), value);
      }
    }
    return new Resource(
        resource.logicalId(),
        resource.type(),
        properties,
        physical(resource),
        new ResourceLocation(source, resource.at(), resource.inherited(), resource.properties()));
  }

  private Map<String, String> outputs() {
    Map<String, String> outputs = new HashMap<>();
    JsonPointer section = TemplateSource.TOP.appendProperty("Outputs");
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
    return pseudo
        .value(name)
        .or(() -> resource(name).map(resource -> physical(resource).ref()))
        .or(() -> sam(name))
        .map(JSON::textNode);
  }

  @Override
  public Optional<JsonNode> attribute(String logicalId, String attribute, JsonPointer at) {
    Optional<String> value =
        resource(logicalId).flatMap(resource -> attribute(resource, attribute));
    if (value.isEmpty()
        && known.containsKey(logicalId)
        && sam(logicalId + "." + attribute).isEmpty()) {
      throw source.fault(at, "the run gave no " + attribute + " for " + logicalId);
    }
    return value.map(JSON::textNode);
  }

  /** Returns what {@code Fn::GetAtt} gives of a resource; empty if it has no such attribute. */
  Optional<String> attribute(ResourceDefinition resource, String name) {
    return Optional.ofNullable(physical(resource).attributes().get(name));
  }

  final Optional<ResourceDefinition> resource(String logicalId) {
    return Optional.ofNullable(declared.get(logicalId));
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
                  case "Version" -> attribute(resource, "Arn").map(arn -> arn + ":1");
                  case "Stage" -> stage(resource);
                  default -> Optional.empty();
                });
  }

  private Optional<String> added(ResourceDefinition resource, String kind, String property) {
    return resource(resource.logicalId() + kind + resource.properties().path(property).asText())
        .map(alias -> physical(alias).ref());
  }

  /** Returns what SAM's {@code Api.Stage} stands for; empty if the resource has no stage. */
  Optional<String> stage(ResourceDefinition resource) {
    JsonNode name = resource.properties().path("StageName");
    return name.isMissingNode()
        ? Optional.empty()
        : Optional.of(evaluator.text(name, resource.at().appendProperty("StageName")));
  }

  /** Returns what a resource is known by. */
  PhysicalResource physical(ResourceDefinition resource) {
    String id = resource.logicalId();
    if (known.containsKey(id)) {
      return known.getOrDefault(id, PhysicalResource.of(id));
    }
    if (!named.containsKey(id)) {
      Function<String, String> property = name -> property(resource, name);
      named.put(id, new PhysicalNames(pseudo, id, property).of(resource.type()));
    }
    return named.getOrDefault(id, PhysicalResource.of(id));
  }

  private String property(ResourceDefinition resource, String name) {
    JsonNode node = resource.properties().path(name);
    return node.isMissingNode() ? "" : evaluator.text(node, resource.at().appendProperty(name));
  }
}
