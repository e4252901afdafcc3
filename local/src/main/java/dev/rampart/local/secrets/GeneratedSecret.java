package dev.rampart.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Set;

/** Makes what {@code GenerateSecretString} of a template asks for. */
public final class GeneratedSecret {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final Set<String> KNOWN =
      Set.of("SecretStringTemplate", "GenerateStringKey", "PasswordLength", "ExcludePunctuation");
  private static final int LENGTH_DEFAULT = 32;

  private GeneratedSecret() {}

  /**
   * Returns a new value.
   *
   * @param request the resolved property of an {@code AWS::SecretsManager::Secret}
   * @throws IllegalArgumentException where it asks for what is not made here
   */
  public static String of(JsonNode request) {
    request
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("GenerateSecretString." + name + " is unknown");
              }
            });
    if (!request.path("ExcludePunctuation").asBoolean()) {
      throw new IllegalArgumentException("only secrets with ExcludePunctuation are made here");
    }
    String random = random(request.path("PasswordLength").asInt(LENGTH_DEFAULT));
    String key = request.path("GenerateStringKey").asText();
    if (key.isEmpty()) {
      return random;
    }
    try {
      JsonNode template = JSON.readTree(request.path("SecretStringTemplate").asText("{}"));
      if (template instanceof ObjectNode object) {
        return object.put(key, random).toString();
      }
      throw new IllegalArgumentException("SecretStringTemplate is no JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("SecretStringTemplate is no JSON", e);
    }
  }

  private static String random(int length) {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
    }
    return text.toString();
  }
}
