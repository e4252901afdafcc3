package dev.rampart.local.gateway;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.gateway.integration.ObjectStorage;
import dev.rampart.local.gateway.usage.UsagePlans;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.ListeningPort;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a gateway is run. What is not set has AWS's value, on a free port of loopback, without log,
 * web ACL and API keys. Read once, when the gateway starts.
 */
public final class GatewaySettings {
  /** As the size rule of the template's web ACL. */
  private static final int BODY_BYTES_MAX = 64 * 1024;

  static final HttpLimits LIMITS = HttpLimits.forBodiesOf(BODY_BYTES_MAX);

  final ApiDefinition api;
  final String issuer;
  final KeySource keys;
  final FunctionInvoker functions;
  Optional<ListeningPort> port = Optional.empty();
  UsagePlans usage = UsagePlans.none();
  ObjectStorage storage = ObjectStorage.none();
  Map<String, String> addresses = Map.of();
  RequestGate webAcl = RequestGate.open();
  Optional<Path> accessLog = Optional.empty();
  Consumer<String> logListener = _ -> {};
  Consumer<RequestReport> reports = _ -> {};
  Clock clock = Clock.systemUTC();
  Duration keysWindow = Duration.ofSeconds(60);
  Duration integrationTimeout = Duration.ofSeconds(29);
  HttpLimits limits = LIMITS;

  /**
   * Names what every gateway needs.
   *
   * @param issuer the exact {@code iss} of good tokens
   * @param keys where the issuer's keys are
   * @param functions what requests that pass the gates are invoked by
   */
  public GatewaySettings(
      ApiDefinition api, String issuer, KeySource keys, FunctionInvoker functions) {
    this.api = api;
    this.issuer = issuer;
    this.keys = keys;
    this.functions = functions;
  }

  /** Where to listen; the gateway closes it. */
  public GatewaySettings listeningOn(ListeningPort taken) {
    port = Optional.of(taken);
    return this;
  }

  /** The API keys and their usage plans. */
  public GatewaySettings withUsage(UsagePlans plans) {
    usage = plans;
    return this;
  }

  /**
   * Where integrations with S3 read.
   *
   * @param here what stands, in their header fields, for addresses of AWS that answer elsewhere
   *     here
   */
  public GatewaySettings withStorage(ObjectStorage objects, Map<String, String> here) {
    storage = objects;
    addresses = Map.copyOf(here);
    return this;
  }

  /** What judges before everything else: AWS WAF. */
  public GatewaySettings withWebAcl(RequestGate gate) {
    webAcl = gate;
    return this;
  }

  /** The file of the access log. */
  public GatewaySettings loggingTo(Path file) {
    accessLog = Optional.of(file);
    return this;
  }

  /** Who gets each line of the access log. */
  public GatewaySettings loggingTo(Consumer<String> listener) {
    logListener = listener;
    return this;
  }

  /** Who is told what became of each request; called before the client has its answer. */
  public GatewaySettings reportingTo(Consumer<RequestReport> listener) {
    reports = listener;
    return this;
  }

  /** What tells the time for tokens, keys, limits, logs and the {@code Date} of answers. */
  public GatewaySettings withClock(Clock other) {
    clock = other;
    return this;
  }

  /** The shortest time between two fetches of the keys. */
  public GatewaySettings fetchingKeysEvery(Duration window) {
    keysWindow = window;
    return this;
  }

  /** How long a function may take. */
  public GatewaySettings withIntegrationTimeout(Duration timeout) {
    integrationTimeout = timeout;
    return this;
  }

  /** What clients may take of the gateway. */
  public GatewaySettings withLimits(HttpLimits other) {
    limits = other;
    return this;
  }
}
