package dev.rampart.local.events.queue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The attributes that a sender gives a message, judged as SQS does. */
final class MessageAttributes {
  private static final int COUNT_MAX = 10;

  /** SQS's limit for names and for types, in characters. */
  private static final int NAME_CHARS_MAX = 256;

  private static final Set<String> TYPES = Set.of("String", "Number", "Binary");

  /** SQS's limits for numbers: digits, and the power of ten of the first digit. */
  private static final int DIGITS_MAX = 38;

  private static final int EXPONENT_MIN = -128;
  private static final int EXPONENT_MAX = 126;

  /** More characters no number within the limits needs; reading a longer one is slow. */
  private static final int NUMBER_CHARS_MAX = 512;

  private MessageAttributes() {}

  /**
   * Checks attributes in SQS's JSON form.
   *
   * @return how many bytes they count
   */
  static int check(JsonNode attributes) {
    if (attributes.size() > COUNT_MAX) {
      throw invalid(
          "Number of message attributes [%d] exceeds the allowed maximum [%d]."
              .formatted(attributes.size(), COUNT_MAX));
    }
    int bytes = 0;
    for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
      bytes += check(attribute.getKey(), attribute.getValue());
    }
    return bytes;
  }

  private static int check(String name, JsonNode attribute) {
    checkName(name);
    String type = RequestMembers.text(attribute, "DataType").orElse("");
    String kind = kind(name, type);
    for (String list : new String[] {"StringListValues", "BinaryListValues"}) {
      if (!RequestMembers.list(attribute, list).isEmpty()) {
        throw invalid("Message attribute list values in SendMessage operation are not supported.");
      }
    }
    String present = kind.equals("Binary") ? "BinaryValue" : "StringValue";
    String absent = kind.equals("Binary") ? "StringValue" : "BinaryValue";
    String value = RequestMembers.text(attribute, present).orElse("");
    if (value.isEmpty()) {
      throw invalid(
          "The message attribute '%s' must contain non-empty message attribute value for message attribute type '%s'."
              .formatted(name, kind));
    }
    if (attribute.hasNonNull(absent)) {
      throw invalid(
          "The message attribute '%s' with type '%s' must use field '%s'."
              .formatted(name, kind, present));
    }
    return bytes(name) + bytes(type) + valueBytes(name, kind, value);
  }

  private static void checkName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
      throw invalid("Length of message attribute name must be 1 to 256 characters.");
    }
    if (!name.chars().allMatch(MessageAttributes::inName)
        || name.startsWith(".")
        || name.endsWith(".")
        || name.contains("..")) {
      throw invalid(
          "The message attribute name '"
              + name
              + "' is invalid. Attribute name can contain A-Z, a-z, 0-9, underscore (_), hyphen"
              + " (-), and period (.), which is neither first nor last nor repeated.");
    }
    if (lower.startsWith("aws.") || lower.startsWith("amazon.")) {
      throw invalid(
          "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings"
              + " are reserved for internal use.");
    }
  }

  private static boolean inName(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  /** Returns what stands before the sender's own label in a type. */
  private static String kind(String name, String type) {
    int dot = type.indexOf('.');
    String kind = dot < 0 ? type : type.substring(0, dot);
    if (!TYPES.contains(kind) || type.length() > NAME_CHARS_MAX || dot == type.length() - 1) {
      throw invalid(
          "The type of message (user) attribute '%s' is invalid. You must use only the following supported type prefixes: Binary, Number, String."
              .formatted(name));
    }
    return kind;
  }

  private static int valueBytes(String name, String kind, String value) {
    return switch (kind) {
      case "Binary" -> decodedBytes(value);
      case "Number" -> {
        checkNumber(name, value);
        yield bytes(value);
      }
      default -> {
        SendMessage.checkCharacters(value);
        yield bytes(value);
      }
    };
  }

  private static int decodedBytes(String value) {
    try {
      return Base64.getDecoder().decode(value).length;
    } catch (IllegalArgumentException _) {
      throw new AwsError("SerializationException", "A BinaryValue is not base64.");
    }
  }

  private static void checkNumber(String name, String value) {
    BigDecimal number = number(name, value).stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    boolean inRange =
        number.signum() == 0 || (exponent >= EXPONENT_MIN && exponent <= EXPONENT_MAX);
    if (number.precision() > DIGITS_MAX || !inRange) {
      throw invalid(
          "The message attribute '%s' holds a number of more than 38 digits, or not between 10^-128 and 10^126."
              .formatted(name));
    }
  }

  private static BigDecimal number(String name, String value) {
    try {
      if (value.length() <= NUMBER_CHARS_MAX) {
        return new BigDecimal(value);
      }
    } catch (NumberFormatException _) {
      // Refused below, like one that is too long to be read.
    }
    throw invalid("Could not cast message attribute '%s' value to number.".formatted(name));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static AwsError invalid(String reason) {
    return new AwsError("InvalidParameterValue", reason);
  }
}
