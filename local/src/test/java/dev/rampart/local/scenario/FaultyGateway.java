package dev.rampart.local.scenario;

import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.GatewaySettings;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.gateway.request.RequestContext;
import dev.rampart.local.gateway.response.GatewayRefusal;
import dev.rampart.local.gateway.response.ResponseType;
import dev.rampart.local.gateway.usage.UsagePlan;
import dev.rampart.local.gateway.usage.UsagePlans;
import dev.rampart.local.gateway.usage.UsageSettings;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The template's API in front of a function with faults. The field {@code User-Agent} of a request
 * says which fault it meets, or which gate refuses it: the place of the web ACL stands for any.
 */
final class FaultyGateway implements AutoCloseable {
  static final String BLOCKED = "blocked";
  static final String THROTTLED = "throttled";
  static final String FAILS = "fails";
  static final String UNREACHABLE = "unreachable";
  static final String TOO_SLOW = "too-slow";

  private static final int BODY_BYTES_MAX = 64 * 1024;
  private static final Duration SOON = Duration.ofMillis(1500);

  final Http http;
  private final Gateway gateway;
  private final CountDownLatch closed = new CountDownLatch(1);

  private FaultyGateway(Running run) throws IOException {
    Path root = Path.of(System.getProperty("rampart.root", "."));
    Stack stack = Template.read("template.yaml", template(root, run)).stack(Map.of());
    ApiDefinition api = ApiDefinition.read(stack.get("Api").read(), "000000000000");
    KeySource.AtUrl keys = new KeySource.AtUrl(URI.create(run.instance.jwksUrl()));
    gateway =
        Gateway.start(
            new GatewaySettings(api, run.instance.issuer(), keys, this::invoke)
                .withUsage(open(run.instance.apiKey()))
                .withWebAcl(FaultyGateway::refuse)
                .withIntegrationTimeout(SOON)
                .withLimits(HttpLimits.forBodiesOf(BODY_BYTES_MAX).withTimeouts(SOON)));
    http = new Http(gateway.url(), Set.of(500, 503, 504));
  }

  /** Names the pool of the run, whose tokens are sent. */
  private static String template(Path root, Running run) throws IOException {
    String issuer = run.instance.issuer();
    String arn =
        "arn:aws:cognito-idp:eu-west-1:000000000000:userpool/"
            + issuer.substring(issuer.lastIndexOf('/') + 1);
    return Files.readString(root.resolve("template.yaml"))
        .replace("!GetAtt UserPool.Arn]", "'" + arn + "']");
  }

  static FaultyGateway beside(Running run) {
    try {
      return new FaultyGateway(run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UsagePlans open(String value) {
    UsagePlan plan =
        new UsagePlan("plan", "open", "", true, Optional.empty(), Map.of(), Optional.empty());
    UsageSettings settings =
        new UsageSettings(
            List.of(new UsageSettings.Key("Key", "key", "key", "", true)),
            List.of(plan),
            List.of(new UsageSettings.Member("plan", "key")));
    return UsagePlans.of(settings, _ -> value, InstantSource.system());
  }

  private static Optional<GatewayRefusal> refuse(RequestContext context) {
    if (isFrom(BLOCKED, context)) {
      return Optional.of(GatewayRefusal.of(ResponseType.WAF_FILTERED, "No"));
    }
    return isFrom(THROTTLED, context)
        ? Optional.of(GatewayRefusal.of(ResponseType.THROTTLED, "No"))
        : Optional.empty();
  }

  private static boolean isFrom(String agent, RequestContext context) {
    return context.request().header("User-Agent").filter(agent::equals).isPresent();
  }

  private InvocationResult invoke(String functionArn, byte[] event) {
    String agent =
        Running.parse(new String(event, StandardCharsets.UTF_8)).at("/headers/User-Agent").asText();
    return switch (agent) {
      case UNREACHABLE -> throw new IllegalStateException("the function is not there");
      case TOO_SLOW -> {
        waitForTheEnd();
        yield new InvocationResult.FunctionError("Late", "too late");
      }
      default -> new InvocationResult.FunctionError("Failed", "the function failed");
    };
  }

  private void waitForTheEnd() {
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    gateway.close();
  }
}
