package dev.rampart.local.identity.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the trigger wants changed. Claims that say who and for whom stay as they are. */
final class TokenOverrides {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What Cognito does not let a trigger touch. */
  private static final Set<String> FIXED =
      Set.of(
          "acr",
          "amr",
          "at_hash",
          "aud",
          "auth_time",
          "azp",
          "client_id",
          "cognito:username",
          "device_key",
          "event_id",
          "exp",
          "iat",
          "identities",
          "iss",
          "jti",
          "nbf",
          "nonce",
          "origin_jti",
          "scope",
          "sub",
          "token_use",
          "username",
          "version");

  private final JsonNode details;

  private TokenOverrides(JsonNode details) {
    this.details = details;
  }

  /**
   * Reads the answer of the trigger.
   *
   * @throws TriggerException if it has not the shape of version 2
   */
  static TokenOverrides of(JsonNode answer) throws TriggerException {
    JsonNode details = answer.path("response").path("claimsAndScopeOverrideDetails");
    if (!answer.isObject()
        || !(details.isObject() || details.isNull() || details.isMissingNode())) {
      throw new TriggerException("The trigger's answer is not the event with a response.");
    }
    return new TokenOverrides(details.isObject() ? details : MissingNode.getInstance());
  }

  /** Returns the scopes that go into the access token, sorted. */
  Set<String> scopes(Set<String> granted) throws TriggerException {
    JsonNode access = details.path("accessTokenGeneration");
    Set<String> scopes = new TreeSet<>(granted);
    scopes.addAll(texts(access, "scopesToAdd"));
    scopes.removeAll(texts(access, "scopesToSuppress"));
    if (scopes.stream().anyMatch(scope -> scope.isEmpty() || scope.contains(" "))) {
      throw new TriggerException("The trigger adds a scope with a space in it.");
    }
    return scopes;
  }

  /** Returns the groups that go into both tokens. */
  List<String> groups(List<String> own) throws TriggerException {
    JsonNode group = details.path("groupOverrideDetails");
    return group.has("groupsToOverride") ? texts(group, "groupsToOverride") : own;
  }

  Optional<Claims> access() throws TriggerException {
    return claims("accessTokenGeneration");
  }

  Optional<Claims> id() throws TriggerException {
    return claims("idTokenGeneration");
  }

  /** Claims to set and claims to leave out. */
  record Claims(Map<String, Object> set, Set<String> leaveOut) {}

  private Optional<Claims> claims(String token) throws TriggerException {
    JsonNode change = details.path(token);
    Map<String, Object> set = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> claim : change.path("claimsToAddOrOverride").properties()) {
      if (!FIXED.contains(claim.getKey())) {
        set.put(claim.getKey(), JSON.convertValue(claim.getValue(), Object.class));
      }
    }
    Set<String> leaveOut = new HashSet<>(texts(change, "claimsToSuppress"));
    leaveOut.removeAll(FIXED);
    return change.isObject() ? Optional.of(new Claims(set, leaveOut)) : Optional.empty();
  }

  private static List<String> texts(JsonNode node, String name) throws TriggerException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      if (!element.isTextual()) {
        throw new TriggerException("The trigger's " + name + " holds something else than texts.");
      }
      texts.add(element.asText());
    }
    return texts;
  }
}
