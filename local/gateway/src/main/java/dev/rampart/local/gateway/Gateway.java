package dev.rampart.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A running stand-in for API Gateway. */
public final class Gateway implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  private final Front front;
  private final String address;
  private final Backends backends;
  private final AccessLog log;

  private Gateway(Front front, String address, Backends backends, AccessLog log) {
    this.front = front;
    this.address = address;
    this.backends = backends;
    this.log = log;
  }

  /**
   * Does nothing where a gateway could listen; port 0 is always free.
   *
   * @throws IOException where it could not; the message is one line that names the port
   */
  public static void requireFree(String address, int port) throws IOException {
    Front.check(address, port);
  }

  /**
   * Starts a gateway.
   *
   * @throws IOException where it cannot listen; the message is one line that names the port
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
    Front front =
        Front.start(
            settings.address,
            settings.port,
            inbound -> answer(pipeline, inbound),
            new Selector(pipeline::refuse, settings.patience));
    return new Gateway(front, settings.address, backends, log);
  }

  private static Outbound answer(Pipeline pipeline, Inbound inbound) {
    try {
      return pipeline.answer(inbound);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The gateway failed on a request", e);
      return pipeline.fail(inbound);
    }
  }

  public int port() {
    return front.port();
  }

  /** Returns where the gateway answers, without a trailing slash and without a stage. */
  public URI url() {
    return URI.create("http://" + address + ":" + port());
  }

  @Override
  public void close() {
    front.close();
    backends.close();
    log.close();
  }
}
