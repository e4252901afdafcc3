package dev.rampart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.source.TemplateSource;
import java.util.Map;
import java.util.Optional;

/** Resolves parameters and conditions, and keeps each reference to a resource as a symbol. */
final class SymbolicStackBuilder extends StackBuilder {

  SymbolicStackBuilder(TemplateSource source, Map<String, JsonNode> parameters) {
    super(source, Symbol.PSEUDO, parameters, Map.of());
  }

  @Override
  PhysicalResource physical(ResourceDefinition resource) {
    return PhysicalResource.of(new Symbol(resource.logicalId(), "").toString());
  }

  @Override
  Optional<String> attribute(ResourceDefinition resource, String name) {
    boolean ofSam = name.equals("Alias") || name.equals("Version") || name.equals("Stage");
    return ofSam
        ? Optional.empty()
        : Optional.of(new Symbol(resource.logicalId(), name).toString());
  }

  /** A stage that the template refers to is a resource that it waits for, whatever its name. */
  @Override
  Optional<String> stage(ResourceDefinition resource) {
    String added = resource.logicalId() + "Stage";
    return resource(added).map(stage -> physical(stage).ref()).or(() -> super.stage(resource));
  }
}
