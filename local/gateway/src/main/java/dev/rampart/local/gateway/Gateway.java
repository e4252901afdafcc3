package dev.rampart.local.gateway;

import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.gate.CognitoAuthorizer;
import dev.rampart.local.gateway.gate.GateDescription;
import dev.rampart.local.gateway.gate.JwksCache;
import dev.rampart.local.gateway.gate.RequestGate;
import dev.rampart.local.gateway.gate.RequestValidator;
import dev.rampart.local.gateway.integration.Integrations;
import dev.rampart.local.gateway.integration.StoredObjects;
import dev.rampart.local.gateway.usage.UsageGate;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.ListeningPort;
import dev.rampart.local.protocol.http.LocalHttpServer;
import dev.rampart.local.supervision.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A running stand-in for API Gateway. */
public final class Gateway implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** Where a gate stands, what is said of it, and how it is made. */
  private record Place(GateDescription description, Function<GatewaySettings, RequestGate> gate) {}

  /** In the order in which a request meets them, once it is past the edge. */
  private static final List<Place> GATES =
      List.of(
          new Place(
              new GateDescription("waf", "the web ACL with its rules and IP sets", ""),
              settings -> settings.webAcl),
          new Place(CognitoAuthorizer.DESCRIPTION, Gateway::authorizer),
          new Place(
              UsageGate.DESCRIPTION,
              settings -> new UsageGate(settings.usage, settings.api.throttles(), settings.clock)),
          new Place(RequestValidator.DESCRIPTION, _ -> new RequestValidator()));

  private final LocalHttpServer server;
  private final InetAddress address;
  private final Integrations integrations;
  private final AccessLog log;
  private final List<String> idleGates;

  private Gateway(
      LocalHttpServer server,
      InetAddress address,
      Integrations integrations,
      AccessLog log,
      List<String> idleGates) {
    this.server = server;
    this.address = address;
    this.integrations = integrations;
    this.log = log;
    this.idleGates = idleGates;
  }

  /** Returns what every gateway enforces, in the order in which a request meets it. */
  public static List<GateDescription> gates() {
    return Stream.concat(
            Stream.of(EdgeRefusals.DESCRIPTION), GATES.stream().map(Place::description))
        .toList();
  }

  private static RequestGate authorizer(GatewaySettings settings) {
    JwksCache keys = new JwksCache(settings.keys, settings.keysWindow, settings.clock);
    return new CognitoAuthorizer(settings.issuer, keys, settings.clock);
  }

  /**
   * Starts a gateway.
   *
   * @throws IOException if it cannot listen or log; the message is one line
   */
  public static Gateway start(GatewaySettings settings) throws IOException {
    ApiDefinition api = settings.api;
    AccessLog log =
        new AccessLog(api.accessLog().format(), settings.accessLog, settings.logListener);
    Integrations integrations =
        new Integrations(
            settings.functions,
            new StoredObjects(settings.storage, settings.addresses, api.responses()),
            api.responses(),
            settings.integrationTimeout);
    SequencedMap<String, RequestGate> gates = new LinkedHashMap<>();
    GATES.forEach(place -> gates.put(place.description().name(), place.gate().apply(settings)));
    Pipeline pipeline =
        new Pipeline(api, gates, integrations, log, settings.reports, settings.clock);
    ListeningPort port = settings.port.isPresent() ? settings.port.get() : anyPort();
    LocalHttpServer server =
        LocalHttpServer.on(port, settings.limits, audience(port), settings.clock);
    server.open(pipeline);
    return new Gateway(server, port.address(), integrations, log, idle(gates, api));
  }

  private static List<String> idle(SequencedMap<String, RequestGate> gates, ApiDefinition api) {
    return gates.entrySet().stream()
        .filter(gate -> api.routes().operations().stream().noneMatch(gate.getValue()::asks))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the gates that the template has ask nothing of any request. */
  public List<String> idleGates() {
    return idleGates;
  }

  private static ListeningPort anyPort() throws IOException {
    return ListeningPort.take(LOOPBACK, 0);
  }

  /** A port that is not of loopback was taken on purpose, so it may have any name. */
  private static Audience audience(ListeningPort port) {
    return port.address().isLoopbackAddress() ? Audience.BROWSERS : Audience.EVERYBODY;
  }

  public int port() {
    return server.port();
  }

  /** Returns where the gateway answers, without a trailing slash and without a stage. */
  public URI url() {
    return URI.create("http://" + address.getHostAddress() + ":" + port());
  }

  /** Returns why the last request is not in the access log; empty if it is. */
  public Optional<Fault> accessLogFault() {
    return log.fault();
  }

  @Override
  public void close() {
    server.close();
    integrations.close();
    log.close();
  }
}
