package dev.rampart.local.command;

import dev.rampart.local.client.InstanceClock;
import dev.rampart.local.client.TokenCache;
import dev.rampart.local.client.TokenClient;
import dev.rampart.local.identity.client.SignInException;
import dev.rampart.local.run.Home;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.instance.InstanceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which instance is meant. */
final class InstanceOption {
  /** What a command says of its option for who signs in: the users that every run has. */
  static final String USERS =
      "Who signs in: ann or bob, who submit, rita, who reviews, or sam of the security team"
          + " (default: ann).";

  @Option(
      names = "--instance",
      paramLabel = "FILE",
      description = "The instance file (default: local/target/instance.json).")
  private @Nullable Path file;

  InstanceFile file() {
    return new InstanceFile(
        file == null ? Home.root().resolve("local/target/instance.json") : file);
  }

  /** Returns a command as a person types it about this instance. */
  String typed(String command) {
    String line = Home.script() + " " + command;
    return file == null ? line : line + " --instance " + file().path().toAbsolutePath();
  }

  Optional<Instance> find() throws IOException {
    return file().read();
  }

  /** Returns the instance that runs. */
  Instance running() throws IOException {
    return find()
        .orElseThrow(() -> new IOException("nothing is running; start it with ./rampart up"));
  }

  /**
   * Refuses to start if one runs already.
   *
   * @throws IOException naming it
   */
  void refuseSecond() throws IOException {
    Optional<Instance> other = find();
    if (other.isPresent()) {
      throw new IOException(
          "process "
              + other.get().pid()
              + " runs already at "
              + other.get().baseUrl()
              + "; stop it, or give this one its own --instance FILE and --port");
    }
  }

  /** Returns an access token of a user, kept from an earlier command if there is one. */
  String token(Instance running, String user, List<String> scopes)
      throws IOException, SignInException, InterruptedException {
    InstantSource clock = InstanceClock.of(running);
    return new TokenCache(TokenCache.beside(file().path()), running, clock)
        .of(running.user(user), scopes, new TokenClient(running, clock)::token);
  }

  /** Removes what a run wrote down, when it ends. */
  void clean() throws IOException {
    var _ = Files.deleteIfExists(TokenCache.beside(file().path()));
    file().delete();
  }
}
