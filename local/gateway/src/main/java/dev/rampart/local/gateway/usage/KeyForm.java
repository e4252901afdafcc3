package dev.rampart.local.gateway.usage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes and changes API keys by what a request says. */
final class KeyForm {
  /** A value has 20 to 128 letters and digits ("Usage plans and API keys for REST APIs"). */
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{20,128}");

  /** A name has at most 1,024 characters ("Usage plans and API keys for REST APIs"). */
  private static final int TEXT_LENGTH_MAX = 1_024;

  private static final int ID_LENGTH = 10;
  private static final int VALUE_LENGTH = 40;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final Set<String> MEMBERS =
      Set.of("name", "description", "enabled", "generateDistinctId", "value");
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyForm() {}

  /**
   * Returns a new key. Without {@code enabled} it opens nothing, as on AWS.
   *
   * @throws dev.rampart.local.protocol.AwsError if a member is wrong
   */
  static ApiKey create(UsageRequest request, Instant now) {
    ObjectNode body = request.body(MEMBERS);
    String value = UsageRequest.text(body, "value").orElseGet(() -> random(VALUE_LENGTH));
    if (!VALUE.matcher(value).matches()) {
      throw UsageRequest.bad("API Key value should be from 20 to 128 letters and digits");
    }
    String id = random(ID_LENGTH);
    return new ApiKey(
        id,
        bounded(UsageRequest.text(body, "name").orElse(id)),
        bounded(UsageRequest.text(body, "description").orElse("")),
        value,
        flag(body.path("enabled").asText("false")),
        now,
        now);
  }

  /**
   * Returns a key with a member replaced.
   *
   * @throws dev.rampart.local.protocol.AwsError if there is no such member
   */
  static ApiKey replace(ApiKey key, UsageRequest.Replacement with, Instant now) {
    String value = with.value();
    return switch (with.path()) {
      case "/enabled" ->
          new ApiKey(
              key.id(),
              key.name(),
              key.description(),
              key.value(),
              flag(value),
              key.created(),
              now);
      case "/name" ->
          new ApiKey(
              key.id(),
              bounded(value),
              key.description(),
              key.value(),
              key.enabled(),
              key.created(),
              now);
      case "/description" ->
          new ApiKey(
              key.id(), key.name(), bounded(value), key.value(), key.enabled(), key.created(), now);
      default ->
          throw UsageRequest.bad(
              "Invalid patch path. Must be one of: [/name, /description, /enabled]");
    };
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw UsageRequest.bad("Invalid enabled: it is true or false");
    };
  }

  private static String bounded(String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      throw UsageRequest.bad("A text has at most " + TEXT_LENGTH_MAX + " characters");
    }
    return text;
  }

  private static String random(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(ALPHABET.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
