package dev.rampart.adapter.out.dns;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.port.out.HostNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Names by the resolver of the platform. Whoever owns an address decides how long its lookup takes,
 * so nobody waits for longer than a bound; a lookup that goes on after that holds no caller up.
 */
public final class ResolverHostNames implements HostNames {
  private final Duration timeout;

  /** Gives up on a name after that long. */
  public ResolverHostNames(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public Optional<String> verifiedName(IpAddress address) {
    CompletableFuture<Optional<String>> lookup = new CompletableFuture<>();
    Thread _ = Thread.ofVirtual().start(() -> lookup.complete(lookUp(address)));
    try {
      return lookup.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> lookUp(IpAddress address) {
    InetAddress literal = InetAddress.ofLiteral(address.text());
    // Answers with the address itself if there is no name.
    String name = literal.getCanonicalHostName();
    try {
      return !name.equals(literal.getHostAddress())
              && Arrays.asList(InetAddress.getAllByName(name)).contains(literal)
          ? Optional.of(name)
          : Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.empty();
    }
  }
}
