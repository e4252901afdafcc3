package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.gateway.CaseFolder;
import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.GatewaySettings;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The template of the suite in {@code docs/conformance/usage-plan}, patched, and what runs it. */
final class UsageStacks {
  static final CaseFolder SUITE = CaseFolder.named("usage-plan");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private UsageStacks() {}

  /** Returns the stack of the base with a patch of its resources. */
  static Stack patched(String patch) {
    try {
      return SUITE.patched(List.of(JSON.readTree(patch)));
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

  static UsagePlans usage(Stack stack, ApiDefinition api, Clock clock) {
    return UsagePlans.of(settings(stack, api), UsageStacks::value, clock);
  }

  static String value(String logicalId) {
    return "value-of-the-key-" + logicalId;
  }

  static Gateway gateway(ApiDefinition api, UsagePlans usage, Clock clock) {
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
