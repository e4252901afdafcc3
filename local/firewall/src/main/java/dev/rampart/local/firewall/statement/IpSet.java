package dev.rampart.local.firewall.statement;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An IP set of AWS WAF: its addresses can be replaced while requests are judged by them. Whoever
 * replaces them names the lock token that he read with those that he replaces. Safe for use by many
 * threads.
 */
public final class IpSet {
  /** Addresses in one set (AWS WAF quotas). */
  public static final int ADDRESSES_MAX = 10_000;

  private final Identity identity;
  private volatile State state;

  /** Which addresses a set has. */
  public enum Version {
    IPV4(4),
    IPV6(16);

    private final int bytes;

    Version(int bytes) {
      this.bytes = bytes;
    }
  }

  /** What a set is known by; it never changes. */
  public record Identity(String name, String id, String arn, Version version) {}

  /**
   * What is replaced as a whole.
   *
   * @param lockToken another one after each replacement
   * @param addresses in CIDR notation, as they were given
   */
  public record Content(String lockToken, Optional<String> description, List<String> addresses) {}

  private record State(Content content, AddressSet blocks) {}

  /**
   * Makes a set.
   *
   * @throws AddressSet.InvalidBlockException as {@link AddressSet#of}
   */
  public IpSet(Identity identity, Optional<String> description, List<String> addresses) {
    this.identity = identity;
    this.state = state(identity, description, addresses);
  }

  private static State state(
      Identity identity, Optional<String> description, List<String> addresses) {
    AddressSet blocks = AddressSet.of(addresses, identity.version().bytes);
    String lockToken = UUID.randomUUID().toString();
    return new State(new Content(lockToken, description, List.copyOf(addresses)), blocks);
  }

  public Identity identity() {
    return identity;
  }

  public Content content() {
    return state.content();
  }

  boolean contains(InetAddress address) {
    return state.blocks().contains(address);
  }

  /**
   * Replaces the addresses; requests are judged by them from now on.
   *
   * @return the new lock token; empty if the one that was named is not the present one
   * @throws AddressSet.InvalidBlockException as {@link AddressSet#of}; nothing is replaced then
   */
  public synchronized Optional<String> replace(
      String lockToken, Optional<String> description, List<String> addresses) {
    if (!lockToken.equals(content().lockToken())) {
      return Optional.empty();
    }
    state = state(identity, description, addresses);
    return Optional.of(content().lockToken());
  }
}
