package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.GroupSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The shapes that several operations answer. */
final class Output {
  private Output() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array(Collection<? extends JsonNode> elements) {
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }

  /** Seconds since 1970, to the millisecond, as JSON 1.1 writes times. */
  static BigDecimal time(Instant moment) {
    return BigDecimal.valueOf(moment.toEpochMilli(), 3);
  }

  /**
   * A user.
   *
   * @param attributesName {@code Attributes} in lists, {@code UserAttributes} alone
   */
  static ObjectNode user(User user, String attributesName) {
    return user(user, attributesName, _ -> true);
  }

  /** The same with those attributes alone that somebody wants. */
  static ObjectNode user(User user, String attributesName, Predicate<String> wanted) {
    ObjectNode node = object();
    node.put("Username", user.name());
    node.set(attributesName, attributes(user, wanted));
    node.put("UserCreateDate", time(user.created()));
    node.put("UserLastModifiedDate", time(user.modified()));
    node.put("Enabled", user.enabled());
    node.put("UserStatus", user.status().name());
    return node;
  }

  /** How a code is sent to an email address. */
  static ObjectNode codeDelivery(String destination) {
    return object()
        .put("AttributeName", "email")
        .put("DeliveryMedium", "EMAIL")
        .put("Destination", destination);
  }

  /** Returns the first character of both parts of an address, as in {@code a***@e***}. */
  static String masked(String address) {
    int domain = address.indexOf('@') + 1;
    return first(address) + "***@" + first(address.substring(domain)) + "***";
  }

  private static String first(String text) {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }

  /** Which kinds of one-time code a user has. */
  static ObjectNode withMfa(ObjectNode node, User user) {
    if (user.hasToken()) {
      node.put("PreferredMfaSetting", "SOFTWARE_TOKEN_MFA");
      node.putArray("UserMFASettingList").add("SOFTWARE_TOKEN_MFA");
    }
    return node;
  }

  static ArrayNode attributes(User user, Predicate<String> wanted) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("sub", user.sub());
    all.putAll(user.attributes());
    ArrayNode attributes = JsonNodeFactory.instance.arrayNode();
    all.forEach(
        (name, value) -> {
          if (wanted.test(name)) {
            attributes.addObject().put("Name", name).put("Value", value);
          }
        });
    return attributes;
  }

  static ObjectNode group(GroupSettings group, String poolId, Instant since) {
    ObjectNode node = object();
    node.put("GroupName", group.name());
    node.put("UserPoolId", poolId);
    node.put("Description", group.description());
    group.precedence().ifPresent(precedence -> node.put("Precedence", precedence));
    node.put("LastModifiedDate", time(since));
    node.put("CreationDate", time(since));
    return node;
  }
}
