package dev.rampart.local.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes a tree as YAML that both YAML 1.1, which CloudFormation reads, and YAML 1.2 read alike: in
 * one line what fits, functions of CloudFormation as short tags.
 *
 * <p>The library that reads templates can write, too, but not this: it writes 1.2, so that a text
 * such as {@code yes} stands without quotes, and it has one style for a whole kind of nodes, where
 * a generated block is to look as people write the rest of the file.
 */
final class YamlWriter {
  private static final int WIDTH = 100;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z$/][A-Za-z0-9_./+()$ -]*(?<! )");
  // A reader may take ${NAME} for a variable of its environment.
  private static final Pattern PLAIN_KEY =
      Pattern.compile("(?!\\$\\{)[A-Za-z$/][A-Za-z0-9_./{}$-]*");
  private static final Pattern TYPE = Pattern.compile("AWS(::[A-Za-z0-9]+)+");
  // What YAML 1.1 takes for a truth value or for nothing.
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "~");

  private YamlWriter() {}

  /** Returns the members of an object, each from its own line on. */
  static List<String> lines(ObjectNode object, int indent) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      add(lines, " ".repeat(indent) + key(member.getKey()) + ":", member.getValue(), indent);
    }
    return lines;
  }

  /** Adds a value after what introduces it; what does not fit there goes below, further in. */
  private static void add(List<String> lines, String introduction, JsonNode value, int indent) {
    String line = introduction + " " + flow(value);
    Optional<Call> call = call(value);
    if (line.length() <= WIDTH || (value.isEmpty() && !value.isTextual())) {
      lines.add(line);
    } else if (call.isPresent() && call.get().argument().isContainerNode()) {
      add(lines, introduction + " " + call.get().tag(), call.get().argument(), indent);
    } else if (value instanceof ObjectNode object && call.isEmpty()) {
      lines.add(introduction);
      lines.addAll(lines(object, indent + 2));
    } else if (value.isArray()) {
      lines.add(introduction);
      value.forEach(element -> element(lines, element, indent));
    } else if (value.isTextual() && isFoldable(value.asText())) {
      lines.add(introduction + " >-");
      fold(value.asText(), WIDTH - indent - 2)
          .forEach(part -> lines.add(" ".repeat(indent + 2) + part));
    } else {
      lines.add(line);
    }
  }

  private static void element(List<String> lines, JsonNode element, int indent) {
    if (element instanceof ObjectNode object
        && call(object).isEmpty()
        && indent + 2 + flow(element).length() > WIDTH) {
      List<String> members = lines(object, indent + 2);
      lines.add(" ".repeat(indent) + "- " + members.getFirst().strip());
      lines.addAll(members.subList(1, members.size()));
    } else {
      add(lines, " ".repeat(indent) + "-", element, indent + 2);
    }
  }

  /** Says whether a folded block gives a text back: it joins its lines by one space. */
  private static boolean isFoldable(String text) {
    return !text.isEmpty()
        && text.codePoints().allMatch(YamlWriter::isVisible)
        && !text.contains("  ")
        && text.equals(text.strip());
  }

  /**
   * Says whether a character stands for itself within a line; a tab would change the indentation.
   */
  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static List<String> fold(String text, int width) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!part.isEmpty() && part.length() + 1 + word.length() > width) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(word);
    }
    parts.add(part.toString());
    return parts;
  }

  private static String flow(JsonNode node) {
    Optional<Call> call = call(node);
    if (call.isPresent()) {
      return call.get().tag() + " " + call.get().words();
    }
    if (node instanceof ObjectNode object) {
      return object.properties().stream()
          .map(member -> flowKey(member.getKey()) + ": " + flow(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(YamlWriter::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return node.isTextual() ? scalar(node.asText()) : node.toString();
  }

  /** A function of CloudFormation with its argument. */
  private record Call(String tag, JsonNode argument) {
    String words() {
      boolean attribute = tag.equals("!GetAtt") && argument.isArray();
      return attribute
          ? argument.path(0).asText() + "." + argument.path(1).asText()
          : flow(argument);
    }
  }

  private static Optional<Call> call(JsonNode node) {
    if (node.size() != 1 || !node.isObject()) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    String name = only.getKey();
    // A value has one tag, and behind it a number is a text: these need the long form.
    boolean number = only.getValue().isValueNode() && !only.getValue().isTextual();
    if (number || call(only.getValue()).isPresent()) {
      return Optional.empty();
    }
    if (name.equals("Ref")) {
      return Optional.of(new Call("!Ref", only.getValue()));
    }
    return name.startsWith("Fn::")
        ? Optional.of(new Call("!" + name.substring("Fn::".length()), only.getValue()))
        : Optional.empty();
  }

  private static String key(String key) {
    return PLAIN_KEY.matcher(key).matches() && !isWord(key) ? key : quoted(key);
  }

  private static String flowKey(String key) {
    return key.contains("{") ? quoted(key) : key(key);
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !isWord(text);
    return plain || TYPE.matcher(text).matches() ? text : quoted(text);
  }

  private static boolean isWord(String text) {
    return WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    boolean single = !text.contains("'") && text.codePoints().allMatch(YamlWriter::isVisible);
    return single
        ? "'" + text + "'"
        : text.codePoints()
            .mapToObj(YamlWriter::escaped)
            .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '"', '\\' -> "\\" + Character.toString(character);
      default ->
          isVisible(character) ? Character.toString(character) : "\\U%08x".formatted(character);
    };
  }
}
