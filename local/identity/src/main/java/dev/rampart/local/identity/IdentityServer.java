package dev.rampart.local.identity;

import dev.rampart.local.identity.api.CognitoService;
import dev.rampart.local.identity.directory.NewUser;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.hosted.HostedService;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.pool.PoolEnvironment;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.web.WebDoor;
import java.io.IOException;
import java.util.List;

/**
 * The local user pool on one loopback port: Cognito's JSON API, the published documents, the OAuth
 * endpoints and the sign-in pages.
 */
public final class IdentityServer implements AutoCloseable {
  private final WebDoor door;
  private final LocalUserPool pool;

  private IdentityServer(WebDoor door, LocalUserPool pool) {
    this.door = door;
    this.pool = pool;
  }

  /**
   * Starts on a port, 0 for any free one.
   *
   * @throws IOException if the port is taken
   */
  public static IdentityServer start(
      int port, IdentitySettings settings, PoolEnvironment environment) throws IOException {
    WebDoor door = WebDoor.at(port);
    LocalUserPool pool =
        LocalUserPool.open(settings, door.url() + "/" + settings.pool().id(), environment);
    HostedService hosted = new HostedService(pool, door.url());
    CognitoService api = new CognitoService(pool, environment.administrators());
    door.open(request -> api.takes(request) ? api.reply(request) : hosted.answer(request));
    return new IdentityServer(door, pool);
  }

  /** Returns where the server answers, without a trailing slash; good for an AWS endpoint URL. */
  public String url() {
    return door.url();
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
    door.close();
  }
}
