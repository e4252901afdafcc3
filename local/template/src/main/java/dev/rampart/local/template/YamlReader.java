package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML 1.2 into a {@link TemplateSource}. CloudFormation reads YAML 1.1: what the two
 * understand differently (merge keys, digit groups) is refused, never guessed.
 */
final class YamlReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern DIGIT_GROUPS = Pattern.compile("[-+]?[0-9]+(_[0-9]+)+");
  private static final Set<String> SHORT_TAGS =
      Set.of(
          "And",
          "Base64",
          "Equals",
          "FindInMap",
          "GetAtt",
          "If",
          "Join",
          "Not",
          "Or",
          "Select",
          "Split",
          "Sub");

  private final String file;
  private final Map<JsonPointer, Integer> lines = new HashMap<>();

  private YamlReader(String file) {
    this.file = file;
  }

  static TemplateSource read(Path path) {
    String file = path.toString();
    try {
      return read(file, Files.readString(path));
    } catch (CharacterCodingException _) {
      throw new TemplateException(file, 0, "the template is not UTF-8 text");
    } catch (IOException _) {
      throw new TemplateException(file, 0, "the template cannot be read");
    }
  }

  static TemplateSource read(String file, String text) {
    YamlReader reader = new YamlReader(file);
    try {
      Optional<Node> top = new Compose(settings(file)).composeString(text);
      if (top.isEmpty()) {
        throw new TemplateException(file, 0, "the template is empty");
      }
      JsonNode root = reader.value(top.get(), TemplateSource.TOP);
      return new TemplateSource(file, root, Map.copyOf(reader.lines));
    } catch (MarkedYamlEngineException e) {
      throw new TemplateException(file, line(e.getProblemMark()), oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new TemplateException(file, 0, oneLine(String.valueOf(e.getMessage())));
    }
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder().setLabel(file).build();
  }

  private JsonNode value(Node node, JsonPointer at) {
    lines.putIfAbsent(at, line(node.getStartMark()));
    if (node.getAnchor().isPresent()) {
      throw fault(node, "anchors and aliases are not understood, write the value out");
    }
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? tagged(node, tag.substring(1), at) : plain(node, at);
  }

  private JsonNode tagged(Node node, String name, JsonPointer at) {
    if (!name.equals("Ref") && !name.equals("Condition") && !SHORT_TAGS.contains(name)) {
      throw fault(node, "the tag !" + name + " is not understood");
    }
    String member = SHORT_TAGS.contains(name) ? "Fn::" + name : name;
    JsonPointer inside = at.appendProperty(member);
    JsonNode argument =
        switch (node) {
          case ScalarNode scalar when name.equals("GetAtt") -> attribute(scalar);
          case ScalarNode scalar -> JSON.textNode(scalar.getValue());
          default -> plain(node, inside);
        };
    return JSON.objectNode().set(member, argument);
  }

  private ArrayNode attribute(ScalarNode node) {
    int dot = node.getValue().indexOf('.');
    if (dot < 1) {
      throw fault(node, "!GetAtt takes Resource.Attribute, not " + node.getValue());
    }
    return JSON.arrayNode()
        .add(node.getValue().substring(0, dot))
        .add(node.getValue().substring(dot + 1));
  }

  private JsonNode plain(Node node, JsonPointer at) {
    return switch (node) {
      case MappingNode mapping -> object(mapping, at);
      case SequenceNode sequence -> array(sequence, at);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw fault(node, "this part is not understood");
    };
  }

  private ObjectNode object(MappingNode mapping, JsonPointer at) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw fault(member.getKeyNode(), "a key must be a single value");
      }
      String name = key.getValue();
      if (name.equals("<<") && key.isPlain()) {
        throw fault(key, "merge keys (<<) are not understood, write the members out");
      }
      if (object.has(name)) {
        throw fault(key, "the key " + name + " stands here twice");
      }
      JsonPointer inside = at.appendProperty(name);
      lines.put(inside, line(key.getStartMark()));
      object.set(name, value(member.getValueNode(), inside));
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, JsonPointer at) {
    ArrayNode array = JSON.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(value(element, at.appendIndex(array.size())));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      throw fault(node, "a value is missing here");
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT)) {
      return integer(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT)) {
      return decimal(node);
    }
    if (node.isPlain() && DIGIT_GROUPS.matcher(text).matches()) {
      throw fault(node, "write " + text + " without underscores, or in quotes");
    }
    return JSON.textNode(text);
  }

  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return JSON.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? JSON.numberNode(value.longValue())
        : JSON.numberNode(value);
  }

  private JsonNode decimal(ScalarNode node) {
    try {
      return JSON.numberNode(new BigDecimal(node.getValue()));
    } catch (NumberFormatException _) {
      throw fault(node, node.getValue() + " is not a number that JSON can hold");
    }
  }

  private TemplateException fault(Node node, String what) {
    return new TemplateException(file, line(node.getStartMark()), what);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(position -> position.getLine() + 1).orElse(0);
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("the template is not YAML");
  }
}
