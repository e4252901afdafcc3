package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import java.util.Map;

/** What users do with their own attributes: change the email address, and verify it. */
record AttributeOperations(LocalUserPool pool, OwnOperations own) {
  private static final String EMAIL = "email";

  Map<String, PoolOperation> operations() {
    return Map.of(
        "UpdateUserAttributes", this::update,
        "GetUserAttributeVerificationCode", this::sendCode,
        "VerifyUserAttribute", this::verify);
  }

  private JsonNode update(Input input) {
    User user = own.user(input);
    Map<String, String> attributes = UserOperations.changedAttributes(input);
    if (attributes.containsKey("email_verified")) {
      // To say of oneself that one reads an address would be to take over what others sent to it.
      throw Checks.notAuthorized("A client attempted to write unauthorized attribute");
    }
    Map<String, String> change = pool.directory().checkedChange(attributes);
    ObjectNode answer = Output.object();
    ArrayNode deliveries = answer.putArray("CodeDeliveryDetailsList");
    String address = change.getOrDefault(EMAIL, "");
    if (!address.isEmpty() && !address.equals(user.attributes().get(EMAIL))) {
      // The code first: after too many attempts the call is refused, and then changes nothing.
      deliveries.add(send(user, address));
    }
    pool.directory().setAttributes(user.name(), change);
    return answer;
  }

  private JsonNode sendCode(Input input) {
    User user = own.user(input);
    return Output.object().set("CodeDeliveryDetails", send(user, address(user, input)));
  }

  private JsonNode verify(Input input) {
    User user = own.user(input);
    String address = address(user, input);
    Checks.right(pool.emailVerification().confirm(user, address, input.text("Code")));
    return Output.object();
  }

  private ObjectNode send(User user, String address) {
    if (!pool.emailVerification().request(user, address)) {
      throw Checks.tooManyAttempts();
    }
    return Output.codeDelivery(Output.masked(address));
  }

  private static String address(User user, Input input) {
    if (!input.text("AttributeName").equals(EMAIL)) {
      throw Input.invalid("Only the attribute email can be verified here.");
    }
    String address = user.attributes().getOrDefault(EMAIL, "");
    if (address.isEmpty()) {
      throw Input.invalid("User does not have an email address to verify.");
    }
    return address;
  }
}
