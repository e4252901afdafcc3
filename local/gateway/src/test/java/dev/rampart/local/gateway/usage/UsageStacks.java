package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.GatewaySettings;
import dev.rampart.local.gateway.MovableClock;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The template of the suite in {@code conformance/usage-plan}, patched, and what runs it. */
final class UsageStacks {
  static final Path FOLDER =
      Path.of(System.getProperty("rampart.root", "."), "local/gateway/conformance/usage-plan");
  static final String BASE = "base.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private UsageStacks() {}

  static Stack patched(String patch) {
    try {
      return patched(List.of(JSON.readTree(patch)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the stack of the base with patches of its resources. */
  static Stack patched(List<JsonNode> patches) {
    ObjectNode template = (ObjectNode) read(FOLDER.resolve(BASE));
    patches.forEach(patch -> merge((ObjectNode) template.path("Resources"), patch));
    return Template.read("t.yaml", template.toString())
        .stack(PseudoParameters.local("conformance"), Map.of(), Map.of());
  }

  /** RFC 7386. */
  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      if (member.getValue().isNull()) {
        target.remove(member.getKey());
      } else if (member.getValue() instanceof ObjectNode inner) {
        if (!target.path(member.getKey()).isObject()) {
          target.putObject(member.getKey());
        }
        merge((ObjectNode) target.path(member.getKey()), inner);
      } else {
        target.set(member.getKey(), member.getValue());
      }
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ApiDefinition api(Stack stack) {
    return ApiDefinition.read(stack.get("Api").read(), "000000000000");
  }

  static UsageSettings settings(Stack stack, ApiDefinition api) {
    return UsageSettings.read(
        ofType(stack, "AWS::ApiGateway::ApiKey"),
        ofType(stack, "AWS::ApiGateway::UsagePlan"),
        ofType(stack, "AWS::ApiGateway::UsagePlanKey"),
        api);
  }

  static UsagePlans usage(Stack stack, ApiDefinition api, MovableClock clock) {
    return UsagePlans.of(settings(stack, api), UsageStacks::value, clock);
  }

  static String value(String logicalId) {
    return "value-of-the-key-" + logicalId;
  }

  static Gateway gateway(ApiDefinition api, UsagePlans usage, MovableClock clock) {
    try {
      return Gateway.start(
          new GatewaySettings(
                  api,
                  "https://issuer.example",
                  new KeySource.InFile(Path.of("none")),
                  (_, _) -> new InvocationResult.FunctionError("none", ""))
              .withUsage(usage)
              .withClock(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Properties> ofType(Stack stack, String type) {
    return stack.ofType(type).stream().map(Resource::read).toList();
  }
}
