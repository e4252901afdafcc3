package dev.rampart.local.events.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.ClientJson;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables in angle brackets: JSON, or one or more lines in quotes (EventBridge User
 * Guide, "Amazon EventBridge input transformation"). Within quotes a value comes as it is, without
 * escaping and without quotes of its own; elsewhere as JSON. The quotes of lines stay.
 *
 * @param text as it was given
 */
record InputTemplate(Map<String, EventPath> variables, String text) implements TargetInput {
  private static final int VARIABLES_MAX = 100;
  private static final int MADE_CHARS_MAX = 1_048_576;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_.-]{1,256})>");
  private static final String RULE_ARN = "aws.events.rule-arn";
  private static final String RULE_NAME = "aws.events.rule-name";
  private static final String RECEIVED = "aws.events.event.ingestion-time";
  private static final String EVENT = "aws.events.event";
  private static final String EVENT_JSON = "aws.events.event.json";
  private static final Set<String> RESERVED =
      Set.of(RULE_ARN, RULE_NAME, RECEIVED, EVENT, EVENT_JSON);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  InputTemplate {
    variables = Map.copyOf(variables);
  }

  /**
   * Reads an {@code InputTransformer}.
   *
   * @throws dev.rampart.local.protocol.AwsError if it is wrong
   */
  static InputTemplate of(JsonNode given) {
    Map<String, EventPath> variables = new HashMap<>();
    JsonNode paths = given.path("InputPathsMap");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (!NAME.matcher(path.getKey()).matches()
          || path.getKey().toLowerCase(Locale.ROOT).startsWith("aws.")) {
        throw TargetInput.invalid(
            "A variable of InputPathsMap is not 1 to 256 letters, digits, _ and -.");
      }
      variables.put(path.getKey(), EventPath.of(path.getValue().asText()));
    }
    String text = RequestMembers.text(given, "InputTemplate").orElse("");
    if (text.isBlank() || text.length() > CHARS_MAX || variables.size() > VARIABLES_MAX) {
      throw TargetInput.invalid(
          "An InputTransformer has an InputTemplate of %d characters at most, and %d variables at most."
              .formatted(CHARS_MAX, VARIABLES_MAX));
    }
    InputTemplate template = new InputTemplate(variables, text.strip());
    template.check();
    return template;
  }

  /** Refuses what would never be right, whatever the event is. */
  private void check() {
    PLACEHOLDER
        .matcher(text)
        .results()
        .map(placeholder -> placeholder.group(1))
        .filter(name -> !RESERVED.contains(name) && !variables.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw TargetInput.invalid(
                  "Invalid InputTemplate: the variable <" + name + "> is not in InputPathsMap.");
            });
    String sample = filled(text, (_, _) -> "0");
    boolean isGood =
        isDocument() ? TargetInput.isJson(sample) : sample.lines().allMatch(InputTemplate::isLine);
    if (!isGood) {
      throw TargetInput.invalid(
          "Invalid InputTemplate: it is neither JSON nor lines of text, each in quotes.");
    }
  }

  private boolean isDocument() {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static boolean isLine(String line) {
    return line.isBlank() || TargetInput.isJson(line);
  }

  @Override
  public String of(Delivered event) {
    JsonNode parsed = TargetInput.parsed(event.text());
    String made =
        filled(
            text,
            (name, isQuoted) -> {
              JsonNode value = value(name, event, parsed);
              if (isQuoted) {
                return value.isValueNode() ? value.asText() : value.toString();
              }
              return value.isMissingNode() ? "null" : value.toString();
            });
    return isDocument() ? minified(made) : made;
  }

  /** What values break is sent as it is: they are not escaped. */
  private static String minified(String made) {
    try {
      return ClientJson.STRICT.readTree(made).toString();
    } catch (JsonProcessingException _) {
      return made;
    }
  }

  private JsonNode value(String name, Delivered event, JsonNode parsed) {
    return switch (name) {
      case RULE_ARN -> TextNode.valueOf(event.ruleArn());
      case RULE_NAME -> TextNode.valueOf(event.ruleName());
      case RECEIVED -> TextNode.valueOf(TIME.format(event.received()));
      case EVENT -> parsed.<ObjectNode>deepCopy().without("detail");
      case EVENT_JSON -> parsed;
      default ->
          Optional.ofNullable(variables.get(name))
              .map(path -> path.in(parsed))
              .orElseGet(MissingNode::getInstance);
    };
  }

  /** What stands for a variable, which is within quotes or not. */
  private interface Filling {
    String of(String name, boolean isQuoted);
  }

  private static String filled(String text, Filling filling) {
    StringBuilder made = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(text);
    boolean isQuoted = false;
    int from = 0;
    // What is too long is not sent, so it need not become longer.
    while (made.length() <= MADE_CHARS_MAX && placeholder.find()) {
      isQuoted = isQuotedAfter(text, from, placeholder.start(), isQuoted);
      made.append(text, from, placeholder.start());
      made.append(filling.of(placeholder.group(1), isQuoted));
      from = placeholder.end();
    }
    return made.append(text, from, text.length()).toString();
  }

  private static boolean isQuotedAfter(String text, int from, int to, boolean before) {
    boolean isQuoted = before;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        isQuoted = !isQuoted;
      }
    }
    return isQuoted;
  }
}
