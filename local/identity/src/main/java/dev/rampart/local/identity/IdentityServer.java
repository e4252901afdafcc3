package dev.rampart.local.identity;

import dev.rampart.local.identity.api.CognitoService;
import dev.rampart.local.identity.directory.NewUser;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.hosted.HostedService;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.pool.PoolEnvironment;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.protocol.http.Audience;
import dev.rampart.local.protocol.http.HttpLimits;
import dev.rampart.local.protocol.http.LocalHttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The local user pool on one loopback port: Cognito's JSON API, the published documents, the OAuth
 * endpoints and the sign-in pages.
 */
public final class IdentityServer implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";
  private static final HttpLimits LIMITS =
      HttpLimits.forBodiesOf(64 * 1024).withGrace(Duration.ZERO);

  private final LocalHttpServer server;
  private final LocalUserPool pool;

  private IdentityServer(LocalHttpServer server, LocalUserPool pool) {
    this.server = server;
    this.pool = pool;
  }

  /**
   * Starts on a port, 0 for any free one.
   *
   * @throws IOException if the port is taken
   */
  public static IdentityServer start(
      int port, IdentitySettings settings, PoolEnvironment environment) throws IOException {
    return start(port, settings, environment, PoolFilter.none());
  }

  /**
   * Starts on a port, 0 for any free one, behind a web ACL.
   *
   * @throws IOException if the port is taken
   */
  public static IdentityServer start(
      int port, IdentitySettings settings, PoolEnvironment environment, PoolFilter filter)
      throws IOException {
    // People sign in by browser, and apps of other origins send them here.
    LocalHttpServer server = LocalHttpServer.bind(ADDRESS, port, LIMITS, Audience.BROWSERS);
    String url = url(server);
    LocalUserPool pool =
        LocalUserPool.open(settings, url + "/" + settings.pool().id(), environment);
    server.open(
        new PoolRequestHandler(
            new CognitoService(pool, environment.administrators()),
            new HostedService(pool, url),
            filter));
    return new IdentityServer(server, pool);
  }

  private static String url(LocalHttpServer server) {
    return "http://" + ADDRESS + ":" + server.port();
  }

  /** Returns where the server answers, without a trailing slash; good for an AWS endpoint URL. */
  public String url() {
    return url(server);
  }

  /** Returns what stands in the tokens as their issuer. */
  public String issuer() {
    return pool.issuer();
  }

  /** Returns where the public keys are. */
  public String jwksUrl() {
    return pool.issuer() + "/.well-known/jwks.json";
  }

  /** Returns what the template says about the pool that runs. */
  public IdentitySettings settings() {
    return pool.settings();
  }

  /**
   * Adds a user that can sign in at once.
   *
   * @throws dev.rampart.local.protocol.AwsError if the name is taken, a group is unknown or the
   *     password does not conform
   */
  public User createUser(NewUser user) {
    return pool.directory().create(user);
  }

  /** Returns all users, by name. */
  public List<User> users() {
    return pool.directory().all();
  }

  @Override
  public void close() {
    server.close();
  }
}
