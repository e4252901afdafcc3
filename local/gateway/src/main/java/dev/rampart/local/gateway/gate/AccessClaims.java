package dev.rampart.local.gateway.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The claims of an access token whose signature holds. A claim that Cognito or RFC 7519 gives a
 * type must have that type: a list with one client id in it is no client id.
 */
record AccessClaims(ObjectNode json) {

  /** How far a clock that issued a token may be ahead of ours. */
  private static final Duration LEEWAY = Duration.ofSeconds(5);

  private static final Set<String> REQUIRED = Set.of("client_id", "exp", "iss", "sub", "token_use");

  /** {@code scope} is absent here: whatever it is, only its words grant anything. */
  private static final Set<String> TEXTS =
      Set.of(
          "aud",
          "client_id",
          "device_key",
          "event_id",
          "iss",
          "jti",
          "origin_jti",
          "sub",
          "token_use",
          "username");

  /** Times in seconds, and the version of the token. */
  private static final Set<String> INTEGERS = Set.of("auth_time", "exp", "iat", "nbf", "version");

  private static final Set<String> LISTS_OF_TEXTS = Set.of("cognito:groups", "cognito:roles");

  /** Returns whether these are the claims of an access token of this issuer that is good now. */
  boolean hold(String issuer, long nowSeconds) {
    return REQUIRED.stream().allMatch(json::has)
        && json.propertyStream().allMatch(claim -> isTyped(claim.getKey(), claim.getValue()))
        && json.path("iss").textValue().equals(issuer)
        && json.path("token_use").textValue().equals("access")
        && json.path("exp").asLong() > nowSeconds
        && isPast("nbf", nowSeconds)
        && isPast("iat", nowSeconds);
  }

  private static boolean isTyped(String name, JsonNode value) {
    if (TEXTS.contains(name)) {
      return value.isTextual();
    }
    if (INTEGERS.contains(name)) {
      return value.isIntegralNumber() && value.canConvertToLong();
    }
    return !LISTS_OF_TEXTS.contains(name) || isListOfTexts(value);
  }

  private static boolean isListOfTexts(JsonNode value) {
    return value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
  }

  private boolean isPast(String name, long nowSeconds) {
    return json.path(name).asLong(nowSeconds) <= nowSeconds + LEEWAY.toSeconds();
  }

  /** Returns the scopes. Single spaces separate them; anything else is part of a scope's name. */
  Set<String> scopes() {
    return Optional.ofNullable(json.path("scope").textValue())
        .map(scope -> Set.copyOf(List.of(scope.split(" ", -1))))
        .orElse(Set.of());
  }

  /**
   * Returns the claims as the proxy event has them: every value a text, lists of texts joined with
   * commas.
   */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    json.properties().forEach(claim -> texts.put(claim.getKey(), text(claim.getValue())));
    return texts;
  }

  private static String text(JsonNode value) {
    if (isListOfTexts(value)) {
      return value.valueStream().map(JsonNode::textValue).collect(Collectors.joining(","));
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
