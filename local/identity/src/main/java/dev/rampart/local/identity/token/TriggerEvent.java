package dev.rampart.local.identity.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.PoolSettings;
import dev.rampart.local.identity.token.TokenIssuer.TokenRequest;
import java.util.List;

/** Builds the event that the trigger gets. */
final class TriggerEvent {
  private TriggerEvent() {}

  /** Returns version 2 of the event, with an empty response. */
  static ObjectNode of(PoolSettings pool, TokenRequest request, List<String> groups) {
    User user = request.user();
    Session session = request.session();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2");
    event.put("triggerSource", request.source().wireName());
    event.put("region", pool.region());
    event.put("userPoolId", pool.id());
    event.put("userName", user.name());
    event
        .putObject("callerContext")
        .put("awsSdkVersion", "aws-sdk-unknown-unknown")
        .put("clientId", session.clientId());
    ObjectNode content = event.putObject("request");
    ObjectNode attributes = content.putObject("userAttributes");
    attributes.put("sub", user.sub());
    attributes.put("cognito:user_status", user.status().name());
    user.attributes().forEach(attributes::put);
    ObjectNode configuration = content.putObject("groupConfiguration");
    groups.forEach(configuration.putArray("groupsToOverride")::add);
    configuration.putArray("iamRolesToOverride");
    configuration.putNull("preferredRole");
    session.scopes().stream().sorted().forEach(content.putArray("scopes")::add);
    event.putObject("response").putNull("claimsAndScopeOverrideDetails");
    return event;
  }
}
