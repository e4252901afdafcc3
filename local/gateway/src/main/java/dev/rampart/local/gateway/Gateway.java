package dev.rampart.local.gateway;

import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.LocalHttpServer;
import dev.rampart.local.supervision.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A running stand-in for API Gateway. */
public final class Gateway implements AutoCloseable {
  private final LocalHttpServer server;
  private final String address;
  private final Backends backends;
  private final AccessLog log;

  private Gateway(LocalHttpServer server, String address, Backends backends, AccessLog log) {
    this.server = server;
    this.address = address;
    this.backends = backends;
    this.log = log;
  }

  /**
   * Does nothing if a gateway could listen; port 0 is always free.
   *
   * @throws IOException if it could not; the message is one line that names the port
   */
  public static void requireFree(String address, int port) throws IOException {
    bind(address, port, GatewaySettings.LIMITS).close();
  }

  /**
   * Starts a gateway.
   *
   * @throws IOException if it cannot listen; the message is one line that names the port
   */
  public static Gateway start(GatewaySettings settings) throws IOException {
    ApiDefinition api = settings.api;
    AccessLog log = new AccessLog(api.logFormat(), settings.accessLog, settings.logListener);
    Backends backends =
        new Backends(settings.integration, api.responses(), settings.integrationTimeout);
    Keys keys = new Keys(settings.keys, settings.keysWindow, settings.clock);
    List<Gate> gates =
        List.of(
            settings.firewall,
            new Authorizer(settings.issuer, keys, settings.clock),
            new ApiKeys(settings.apiKeys),
            settings.plan,
            new RequestValidator());
    Pipeline pipeline = new Pipeline(api, gates, backends, log, settings.clock);
    LocalHttpServer server = bind(settings.address, settings.port, settings.limits);
    server.open(pipeline);
    return new Gateway(server, settings.address, backends, log);
  }

  /** A port that is not of loopback was bound on purpose, so it may have any name. */
  private static LocalHttpServer bind(String address, int port, HttpLimits limits)
      throws IOException {
    boolean isLoopback = InetAddress.getByName(address).isLoopbackAddress();
    Audience audience = isLoopback ? Audience.BROWSERS : Audience.EVERYBODY;
    return LocalHttpServer.bind(address, port, limits, audience);
  }

  public int port() {
    return server.port();
  }

  /** Returns where the gateway answers, without a trailing slash and without a stage. */
  public URI url() {
    return URI.create("http://" + address + ":" + port());
  }

  /** Returns why the last request is not in the access log; empty if it is. */
  public Optional<Fault> accessLogFault() {
    return log.fault();
  }

  @Override
  public void close() {
    server.close();
    backends.close();
    log.close();
  }
}
