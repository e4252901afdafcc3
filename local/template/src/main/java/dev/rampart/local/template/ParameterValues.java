package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateSource;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Gives each parameter its value: the caller's or else the default, checked as AWS checks it. */
final class ParameterValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** In characters; CloudFormation takes 4,096 bytes. */
  private static final int VALUE_MAX = 4_096;

  /** In characters; the longest pattern that people write is far shorter. */
  private static final int PATTERN_MAX = 1_000;

  private final TemplateSource source;
  private int readsLeft = CountedText.READS_MAX;

  private ParameterValues(TemplateSource source) {
    this.source = source;
  }

  static Map<String, JsonNode> values(TemplateSource source, Map<String, String> given) {
    return new ParameterValues(source).values(given);
  }

  private Map<String, JsonNode> values(Map<String, String> given) {
    JsonPointer section = TemplateSource.TOP.appendProperty("Parameters");
    JsonNode declared = source.root().path("Parameters");
    for (String name : given.keySet()) {
      if (!declared.has(name)) {
        throw source.fault(
            section,
            "there is no parameter "
                + name
                + " to set; there are "
                + String.join(
                    ", ", declared.properties().stream().map(Map.Entry::getKey).toList()));
      }
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> parameter : declared.properties()) {
      JsonPointer at = section.appendProperty(parameter.getKey());
      values.put(parameter.getKey(), value(parameter.getKey(), parameter.getValue(), given, at));
    }
    return values;
  }

  private JsonNode value(
      String name, JsonNode declared, Map<String, String> given, JsonPointer at) {
    if (!given.containsKey(name) && !declared.has("Default")) {
      throw source.fault(at, "the parameter " + name + " has no default and no value was given");
    }
    String text = given.getOrDefault(name, declared.path("Default").asText());
    if (text.length() > VALUE_MAX) {
      throw refused(name, "is longer than " + VALUE_MAX + " characters", at);
    }
    check(name, text, declared, at);
    String type = declared.path("Type").asText();
    return switch (type) {
      case "String" -> JSON.textNode(text);
      case "Number" -> JSON.numberNode(number(name, text, at));
      case "CommaDelimitedList" -> list(text);
      default ->
          throw source.fault(at, "parameters of type '" + type + "' are not understood locally");
    };
  }

  private void check(String name, String text, JsonNode declared, JsonPointer at) {
    JsonNode allowed = declared.path("AllowedValues");
    if (allowed.isArray() && !holds(allowed, text)) {
      throw refused(name, "must be one of " + allowed, at);
    }
    JsonNode pattern = declared.path("AllowedPattern");
    if (pattern.isTextual() && !matches(pattern.asText(), text, at)) {
      throw refused(name, "must match " + pattern.asText(), at);
    }
    if (text.length() < declared.path("MinLength").asInt(0)
        || text.length() > declared.path("MaxLength").asInt(Integer.MAX_VALUE)) {
      throw refused(name, "is too short or too long", at);
    }
    if (declared.has("MinValue")
        && number(name, text, at).compareTo(declared.path("MinValue").decimalValue()) < 0) {
      throw refused(name, "must be at least " + declared.path("MinValue"), at);
    }
    if (declared.has("MaxValue")
        && number(name, text, at).compareTo(declared.path("MaxValue").decimalValue()) > 0) {
      throw refused(name, "must be at most " + declared.path("MaxValue"), at);
    }
  }

  private boolean matches(String pattern, String text, JsonPointer at) {
    JsonPointer place = at.appendProperty("AllowedPattern");
    if (pattern.length() > PATTERN_MAX) {
      throw source.fault(place, "a pattern has at most " + PATTERN_MAX + " characters");
    }
    try {
      CountedText counted = new CountedText(text, readsLeft);
      boolean matches = Pattern.matches(pattern, counted);
      readsLeft = counted.left();
      return matches;
    } catch (PatternSyntaxException _) {
      throw source.fault(place, pattern + " is no regular expression");
    } catch (CountedText.ReadTooOften | StackOverflowError _) {
      throw source.fault(place, pattern + " takes too long to match a value");
    }
  }

  private static boolean holds(JsonNode allowed, String text) {
    for (JsonNode value : allowed) {
      if (value.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private BigDecimal number(String name, String text, JsonPointer at) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw refused(name, "must be a number", at);
    }
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JSON.arrayNode();
    for (String element : text.split(",", -1)) {
      list.add(element.strip());
    }
    return list;
  }

  private TemplateException refused(String name, String why, JsonPointer at) {
    return source.fault(at, "the parameter " + name + " " + why);
  }
}
