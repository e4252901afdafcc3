package dev.rampart.local.identity.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.PoolSettings;
import java.util.List;
import java.util.Set;

/** Builds the event that the trigger gets. */
final class TriggerEvent {
  private TriggerEvent() {}

  static ObjectNode of(
      PoolSettings pool,
      TriggerSource source,
      User user,
      Session session,
      List<String> groups,
      Set<String> scopes) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2");
    event.put("triggerSource", source.wireName());
    event.put("region", pool.region());
    event.put("userPoolId", pool.id());
    event.put("userName", user.name());
    event
        .putObject("callerContext")
        .put("awsSdkVersion", "aws-sdk-unknown-unknown")
        .put("clientId", session.clientId());
    ObjectNode request = event.putObject("request");
    ObjectNode attributes = request.putObject("userAttributes");
    attributes.put("sub", user.sub());
    attributes.put("cognito:user_status", user.status().name());
    user.attributes().forEach(attributes::put);
    ObjectNode configuration = request.putObject("groupConfiguration");
    groups.forEach(configuration.putArray("groupsToOverride")::add);
    configuration.putArray("iamRolesToOverride");
    configuration.putNull("preferredRole");
    scopes.stream().sorted().forEach(request.putArray("scopes")::add);
    event.putObject("response").putNull("claimsAndScopeOverrideDetails");
    return event;
  }
}
