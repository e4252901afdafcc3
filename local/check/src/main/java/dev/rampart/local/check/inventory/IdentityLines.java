package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What people and programs can be given: attributes, scopes, and where a browser is sent. */
final class IdentityLines {
  private static final List<String> OF_CLIENT =
      List.of("AllowedOAuthScopes", "AllowedOAuthFlows", "CallbackURLs", "LogoutURLs");

  private IdentityLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource pool : subject.ofType(Types.USER_POOL)) {
      for (JsonNode attribute : Json.list(pool.property("Schema"))) {
        lines.add(
            "%s knows %s, a %s"
                .formatted(
                    pool.logicalId(),
                    attribute.path("Name").asText(),
                    attribute.path("AttributeDataType").asText("nothing")));
      }
      for (Map.Entry<String, JsonNode> mail : pool.property("EmailConfiguration").properties()) {
        lines.add(
            "%s writes mail by %s %s"
                .formatted(pool.logicalId(), mail.getKey(), mail.getValue().asText()));
      }
    }
    for (Resource server : subject.ofType("AWS::Cognito::UserPoolResourceServer")) {
      for (JsonNode scope : Json.list(server.property("Scopes"))) {
        lines.add(server.logicalId() + " has the scope " + scope.path("ScopeName").asText());
      }
    }
    for (Resource client : subject.ofType(Types.USER_POOL_CLIENT)) {
      for (String property : OF_CLIENT) {
        lines.add(
            "%s %s: %s"
                .formatted(
                    client.logicalId(),
                    property,
                    String.join(" ", Json.texts(client.property(property)))));
      }
    }
    return lines;
  }
}
