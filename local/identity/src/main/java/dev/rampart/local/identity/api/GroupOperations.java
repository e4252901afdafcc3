package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.GroupSettings;
import dev.rampart.local.protocol.AwsError;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What administrators do with groups; the groups themselves come from the template. */
final class GroupOperations {
  private final LocalUserPool pool;
  private final Directory directory;
  private final Instant since;

  GroupOperations(LocalUserPool pool) {
    this.pool = pool;
    this.directory = pool.directory();
    this.since = pool.clock().instant();
  }

  Map<String, PoolOperation> operations() {
    return Map.of(
        "AdminAddUserToGroup", input -> member(input, true),
        "AdminRemoveUserFromGroup", input -> member(input, false),
        "AdminListGroupsForUser", this::groupsOfUser,
        "GetGroup", this::get,
        "ListGroups", this::list,
        "ListUsersInGroup", this::usersInGroup);
  }

  private JsonNode member(Input input, boolean member) {
    User user = Checks.user(pool, input);
    directory.setMember(user.name(), input.text("GroupName"), member);
    return Output.object();
  }

  private JsonNode groupsOfUser(Input input) {
    User user = Checks.user(pool, input);
    List<GroupSettings> joined =
        pool.settings().groups().stream()
            .filter(group -> user.groups().contains(group.name()))
            .toList();
    return groups().page(input, joined);
  }

  private JsonNode list(Input input) {
    Checks.pool(pool, input);
    return groups().page(input, pool.settings().groups());
  }

  private JsonNode get(Input input) {
    Checks.pool(pool, input);
    return Output.object().set("Group", shape(group(input)));
  }

  private JsonNode usersInGroup(Input input) {
    Checks.pool(pool, input);
    GroupSettings group = group(input);
    List<User> members =
        directory.all().stream().filter(user -> user.groups().contains(group.name())).toList();
    return new Pager<User>(
            "Users", "Limit", "NextToken", User::name, user -> Output.user(user, "Attributes"))
        .page(input, members);
  }

  private GroupSettings group(Input input) {
    return pool.settings()
        .group(input.text("GroupName"))
        .orElseThrow(() -> new AwsError("ResourceNotFoundException", "Group not found."));
  }

  private Pager<GroupSettings> groups() {
    return new Pager<>("Groups", "Limit", "NextToken", GroupSettings::name, this::shape);
  }

  private JsonNode shape(GroupSettings group) {
    return Output.group(group, pool.settings().pool().id(), since);
  }
}
