package dev.rampart.local.identity.settings;

import java.util.List;
import java.util.Optional;

/**
 * One user pool with everything that belongs to it.
 *
 * @param domain the prefix of the hosted pages; without one there are none
 * @param activityLogGroupArn the log group that gets a record of each try to sign in; empty for
 *     none
 */
public record IdentitySettings(
    PoolSettings pool,
    List<ClientSettings> clients,
    List<ResourceServerSettings> resourceServers,
    List<GroupSettings> groups,
    Optional<String> domain,
    Optional<String> activityLogGroupArn) {

  /** Returns the client of an id. */
  public Optional<ClientSettings> client(String id) {
    return clients.stream().filter(client -> client.id().equals(id)).findFirst();
  }

  /** Returns the group of a name. */
  public Optional<GroupSettings> group(String name) {
    return groups.stream().filter(group -> group.name().equals(name)).findFirst();
  }
}
