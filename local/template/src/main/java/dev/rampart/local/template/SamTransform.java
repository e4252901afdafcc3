package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.source.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The part of the SAM transform that Rampart's template uses: Globals, aliases, stages, event
 * sources and gateway responses. Functions and APIs keep their SAM types; what SAM would add beside
 * them is added under the logical ids that SAM gives.
 */
final class SamTransform {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String GATEWAY_RESPONSES = "x-amazon-apigateway-gateway-responses";

  private final TemplateSource source;
  private final List<ResourceDefinition> declared = new ArrayList<>();
  private final ValueBudget copies;

  private SamTransform(TemplateSource source) {
    this.source = source;
    this.copies = new ValueBudget(source);
  }

  /** Returns the resources of the section Resources, each followed by what SAM adds for it. */
  static List<ResourceDefinition> expand(TemplateSource source) {
    SamTransform sam = new SamTransform(source);
    JsonPointer section = TemplateSource.TOP.appendProperty("Resources");
    for (Map.Entry<String, JsonNode> resource : source.root().path("Resources").properties()) {
      sam.add(resource.getKey(), resource.getValue(), section.appendProperty(resource.getKey()));
    }
    return List.copyOf(sam.declared);
  }

  private void add(String logicalId, JsonNode resource, JsonPointer at) {
    JsonNode written = resource.path("Properties");
    if (!resource.path("Type").isTextual() || !(written.isObject() || written.isMissingNode())) {
      throw source.fault(
          at, "the resource " + logicalId + " needs a Type, and Properties as a map");
    }
    ObjectNode properties = written.isObject() ? written.deepCopy() : JSON.objectNode();
    String type = resource.path("Type").asText();
    JsonPointer pointer = at.appendProperty("Properties");
    switch (type) {
      case "AWS::Serverless::Function" -> function(logicalId, properties, pointer);
      case "AWS::Serverless::Api" -> api(logicalId, properties, pointer);
      default -> {
        if (type.startsWith("AWS::Serverless::")) {
          throw source.fault(at, "the SAM type " + type + " is not understood");
        }
        declared.add(new ResourceDefinition(logicalId, type, properties, pointer));
      }
    }
  }

  private void function(String logicalId, ObjectNode own, JsonPointer at) {
    ObjectNode properties = merged("Function", own, at);
    JsonNode events = properties.has("Events") ? properties.remove("Events") : JSON.objectNode();
    if (!events.isObject()) {
      throw source.fault(at.appendProperty("Events"), "the events must be a map");
    }
    declared.add(
        new ResourceDefinition(
            logicalId, "AWS::Serverless::Function", properties, at, globals("Function")));
    JsonNode alias = properties.path("AutoPublishAlias");
    ObjectNode target = ref(logicalId);
    if (!alias.isMissingNode()) {
      if (!alias.isTextual()) {
        throw source.fault(at.appendProperty("AutoPublishAlias"), "the alias must be a plain text");
      }
      String aliasId = logicalId + "Alias" + alias.asText();
      ObjectNode aliasProperties = JSON.objectNode().set("FunctionName", ref(logicalId));
      aliasProperties.set("Name", alias);
      declared.add(new ResourceDefinition(aliasId, "AWS::Lambda::Alias", aliasProperties, at));
      target = ref(aliasId);
    }
    for (Map.Entry<String, JsonNode> event : events.properties()) {
      JsonPointer pointer = at.appendProperty("Events").appendProperty(event.getKey());
      eventSource(logicalId + event.getKey(), event.getValue(), target, pointer);
    }
  }

  private void eventSource(String logicalId, JsonNode event, ObjectNode target, JsonPointer at) {
    String source = event.path("Type").asText();
    String origin =
        switch (source) {
          case "DynamoDB" -> "Stream";
          case "SQS" -> "Queue";
          default ->
              throw this.source.fault(at, "events of type '" + source + "' are not understood");
        };
    if (!(event.path("Properties") instanceof ObjectNode written) || !written.has(origin)) {
      throw this.source.fault(at, "this event needs the property " + origin);
    }
    ObjectNode properties = written.deepCopy();
    properties.set("EventSourceArn", properties.remove(origin));
    properties.set("FunctionName", target);
    declared.add(
        new ResourceDefinition(
            logicalId,
            "AWS::Lambda::EventSourceMapping",
            properties,
            at.appendProperty("Properties")));
  }

  private void api(String logicalId, ObjectNode own, JsonPointer at) {
    ObjectNode properties = merged("Api", own, at);
    JsonNode stage = properties.path("StageName");
    if (stage.isMissingNode()) {
      throw source.fault(at.appendProperty("StageName"), "the API needs a stage");
    }
    if (!(properties.path("DefinitionBody") instanceof ObjectNode body)) {
      throw source.fault(
          at.appendProperty("DefinitionBody"), "the API needs its definition written out as a map");
    }
    gatewayResponses(properties, body);
    declared.add(
        new ResourceDefinition(logicalId, "AWS::Serverless::Api", properties, at, globals("Api")));
    ObjectNode stageProperties = JSON.objectNode().set("StageName", stage);
    stageProperties.set("RestApiId", ref(logicalId));
    String stageId = logicalId + (stage.isTextual() ? stage.asText() : "") + "Stage";
    declared.add(new ResourceDefinition(stageId, "AWS::ApiGateway::Stage", stageProperties, at));
  }

  /** Moves SAM's GatewayResponses to where the OpenAPI body has them. */
  private static void gatewayResponses(ObjectNode properties, ObjectNode body) {
    JsonNode responses = properties.path("GatewayResponses");
    properties.remove("GatewayResponses");
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      ObjectNode rendered = body.withObjectProperty(GATEWAY_RESPONSES).putObject(response.getKey());
      JsonNode written = response.getValue();
      rendered.set("statusCode", written.path("StatusCode"));
      rendered.set("responseTemplates", written.path("ResponseTemplates"));
      rendered.properties().removeIf(member -> member.getValue().isMissingNode());
      ObjectNode parameters = rendered.putObject("responseParameters");
      for (Map.Entry<String, JsonNode> kind : written.path("ResponseParameters").properties()) {
        String prefix =
            switch (kind.getKey()) {
              case "Headers" -> "gatewayresponse.header.";
              default -> "gatewayresponse." + kind.getKey().toLowerCase(Locale.ROOT) + ".";
            };
        kind.getValue()
            .properties()
            .forEach(value -> parameters.set(prefix + value.getKey(), value.getValue()));
      }
    }
  }

  private static JsonPointer globals(String kind) {
    return TemplateSource.TOP.appendProperty("Globals").appendProperty(kind);
  }

  private ObjectNode merged(String kind, ObjectNode own, JsonPointer at) {
    if (source.root().path("Globals").path(kind) instanceof ObjectNode globals) {
      copies.spend(globals, at);
      return merge(globals, own);
    }
    return own;
  }

  /** Merges as SAM does: maps member by member, lists one after the other, else the own value. */
  private static ObjectNode merge(ObjectNode general, ObjectNode own) {
    ObjectNode merged = general.deepCopy();
    for (Map.Entry<String, JsonNode> member : own.properties()) {
      JsonNode before = merged.path(member.getKey());
      merged.set(member.getKey(), merge(before, member.getValue()));
    }
    return merged;
  }

  private static JsonNode merge(JsonNode general, JsonNode own) {
    if (general instanceof ObjectNode before && own instanceof ObjectNode after) {
      return Evaluator.isCall(before) || Evaluator.isCall(after) ? own : merge(before, after);
    }
    if (general instanceof ArrayNode before && own instanceof ArrayNode after) {
      return JSON.arrayNode().addAll(before).addAll(after);
    }
    return own;
  }

  private static ObjectNode ref(String logicalId) {
    return JSON.objectNode().put("Ref", logicalId);
  }
}
