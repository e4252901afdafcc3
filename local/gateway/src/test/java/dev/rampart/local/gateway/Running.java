package dev.rampart.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.gateway.integration.ObjectStorage;
import dev.rampart.local.gateway.usage.UsagePlan;
import dev.rampart.local.gateway.usage.UsagePlans;
import dev.rampart.local.gateway.usage.UsageSettings;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.protocol.lambda.InvocationResult;
import dev.rampart.local.supervision.RunClock;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The template's API on a free port, in front of a function that tests play. */
final class Running implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final String API_KEY = "a-known-key-of-the-plan";
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpLimits LIMITS = GatewaySettings.LIMITS.withLinger(Duration.ofMillis(20));

  private static final Map<String, String> UNTHROTTLED =
      Map.of("StageRate", "10000", "StageBurst", "5000");

  private static final String ANSWER =
      """
      {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": "{}"}\
      """;

  final Tokens tokens = new Tokens(NOW.getEpochSecond());
  final RunClock clock = new RunClock(Clock.fixed(NOW, ZoneOffset.UTC));
  final List<byte[]> events = new CopyOnWriteArrayList<>();
  final List<String> log = new CopyOnWriteArrayList<>();
  final Gateway gateway;
  volatile FunctionInvoker function = (_, _) -> answered(ANSWER);
  private final Path keys;
  private final HttpClient client = HttpClient.newHttpClient();

  private Running(ApiDefinition api, UnaryOperator<GatewaySettings> more) {
    try {
      keys = Files.createTempFile("jwks", ".json");
      Files.writeString(keys, tokens.jwks());
      Path accessLog = Files.createTempFile("access", ".log");
      GatewaySettings settings =
          new GatewaySettings(api, Tokens.ISSUER, new KeySource.InFile(keys), this::invoke)
              .withUsage(usage())
              .loggingTo(accessLog)
              .loggingTo(log::add)
              .withClock(clock)
              .withLimits(LIMITS);
      gateway = Gateway.start(more.apply(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Running start() {
    return start(settings -> settings);
  }

  static Running start(UnaryOperator<GatewaySettings> more) {
    return new Running(api(), more);
  }

  /** Starts with the limits that the template sets. */
  static Running startAsDeployed() {
    Stack stack = stack(template(), Map.of());
    return new Running(
        ApiDefinition.read(stack.get("Api").read(), "000000000000"), settings -> settings);
  }

  /** Starts with the console, whose files come from a storage. */
  static Running startWithConsole(ObjectStorage storage, Map<String, String> addresses) {
    Stack stack =
        stack(template(), Map.of("ConsoleUrl", "http://localhost:8080/console/index.html"));
    return new Running(
        ApiDefinition.read(stack.get("Api").read(), "000000000000"),
        settings -> settings.withStorage(storage, addresses));
  }

  /** One key in a plan without limits. */
  private UsagePlans usage() {
    UsagePlan plan =
        new UsagePlan("plan-1", "open", "", true, Optional.empty(), Map.of(), Optional.empty());
    return UsagePlans.of(
        new UsageSettings(
            List.of(new UsageSettings.Key("Key", "key-id-1", "key", "", true)),
            List.of(plan),
            List.of(new UsageSettings.Member("plan-1", "key-id-1"))),
        _ -> API_KEY,
        clock);
  }

  static ApiDefinition api() {
    return ApiDefinition.read(stack().get("Api").read(), "000000000000");
  }

  /** The template, with limits beyond what a test of other things sends while its clock stands. */
  static Stack stack() {
    String text = template().replaceAll("(Throttling(Rate|Burst)Limit: )[0-9]+\n", "$1 1000000\n");
    return stack(text, UNTHROTTLED);
  }

  private static Stack stack(String template, Map<String, String> parameters) {
    return Template.read("template.yaml", template)
        .stack(PseudoParameters.local("rampart-local"), parameters, Map.of());
  }

  private static String template() {
    try {
      return Files.readString(Path.of(System.getProperty("rampart.root", "."), "template.yaml"))
          .replace("!GetAtt UserPool.Arn]", "'" + Tokens.USER_POOL + "']");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InvocationResult answered(String json) {
    return new InvocationResult.Answered(json.getBytes(StandardCharsets.UTF_8));
  }

  private InvocationResult invoke(String functionArn, byte[] event) throws InterruptedException {
    events.add(event);
    return function.invoke(functionArn, event);
  }

  JsonNode lastEvent() {
    try {
      return JSON.readTree(events.getLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request with a good token and key. */
  HttpRequest.Builder request(String path) {
    return anonymous(path)
        .header("Authorization", "Bearer " + tokens.good())
        .header("x-api-key", API_KEY);
  }

  HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + path));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> getWithToken(String token) {
    return send(
        anonymous("/v1/submissions")
            .header("Authorization", "Bearer " + token)
            .header("x-api-key", API_KEY));
  }

  HttpResponse<String> post(String body) {
    return send(
        request("/v1/submissions")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
    client.close();
  }
}
