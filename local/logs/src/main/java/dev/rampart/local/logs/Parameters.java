package dev.rampart.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parameters of a call. */
final class Parameters {
  private Parameters() {}

  static Optional<String> text(JsonNode input, String name) {
    return Optional.ofNullable(input.path(name).textValue());
  }

  static List<String> texts(JsonNode input, String name) {
    List<String> texts = new ArrayList<>();
    input.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static long number(JsonNode input, String name, long otherwise) {
    JsonNode number = input.path(name);
    if (number.isMissingNode() || number.isNull()) {
      return otherwise;
    }
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw invalid(name + " is not a whole number.");
    }
    return number.longValue();
  }

  static int limit(JsonNode input, int max) {
    long limit = number(input, "limit", max);
    if (limit < 1 || limit > max) {
      throw invalid("limit is not 1 to " + max + ".");
    }
    return (int) limit;
  }

  static boolean flag(JsonNode input, String name) {
    return input.path(name).asBoolean();
  }

  /** Returns the number in a token that an answer gave, behind its prefix. */
  static long token(JsonNode input, String prefix, long otherwise) {
    Optional<String> token = text(input, "nextToken");
    if (token.isEmpty()) {
      return otherwise;
    }
    try {
      if (token.get().startsWith(prefix)) {
        return Long.parseLong(token.get().substring(prefix.length()));
      }
    } catch (NumberFormatException _) {
      // Told below, as any token that no answer gave.
    }
    throw invalid("The specified nextToken is invalid.");
  }

  static AwsError invalid(String message) {
    return new AwsError("InvalidParameterException", message);
  }
}
