package dev.rampart.local.stack.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.ClientJson;
import dev.rampart.local.template.Properties;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * How a secret of a template is made.
 *
 * @param length of the random text, in characters
 * @param key the member of {@code document} that holds the random text; empty if there is only that
 */
public record SecretDefinition(int length, Optional<String> key, ObjectNode document) {
  private static final JsonMapper JSON = ClientJson.STRICT;
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH_DEFAULT = 32;
  private static final int LENGTH_MAX = 4096;

  /**
   * Reads an {@code AWS::SecretsManager::Secret}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static SecretDefinition read(Properties secret) {
    secret.leave("Name", "Description", "KmsKeyId", "Tags");
    Properties request = secret.object("GenerateSecretString");
    if (!request.flag("ExcludePunctuation", false)) {
      throw request.fault("ExcludePunctuation", "is not true, and no other secrets are made here");
    }
    return new SecretDefinition(
        request.number("PasswordLength", LENGTH_DEFAULT, 1, LENGTH_MAX),
        request.optionalText("GenerateStringKey"),
        document(request));
  }

  private static ObjectNode document(Properties request) {
    try {
      JsonNode read = JSON.readTree(request.optionalText("SecretStringTemplate").orElse("{}"));
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException _) {
      // Refused like any other text that is no object.
    }
    throw request.fault("SecretStringTemplate", "is not the text of a JSON object");
  }

  /** Returns a new value. */
  public String make() {
    String random = random();
    return key.map(name -> document.deepCopy().put(name, random).toString()).orElse(random);
  }

  private String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
    }
    return text.toString();
  }
}
