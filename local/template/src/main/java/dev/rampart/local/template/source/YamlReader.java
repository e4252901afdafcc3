package dev.rampart.local.template.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
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
public final class YamlReader {
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

  private static final Set<Tag> SCALAR_TAGS =
      Set.of(Tag.BOOL, Tag.FLOAT, Tag.INT, Tag.NULL, Tag.STR);

  /** In characters; each part is kept with all the keys around it, a logical id is at most 255. */
  private static final int PATH_MAX = 1_000;

  /** In characters; what JSON libraries take: longer ones take more than linear time to read. */
  private static final int NUMBER_MAX = 1_000;

  private final String file;
  private final Map<JsonPointer, Integer> lines = new HashMap<>();

  private YamlReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws TemplateException if it cannot be read, or is no template
   */
  public static TemplateSource read(Path path) {
    return read(path.toString(), TemplateFile.text(path));
  }

  /**
   * Reads a text.
   *
   * @param file its name, for faults
   * @throws TemplateException if it is no template
   */
  public static TemplateSource read(String file, String text) {
    YamlReader reader = new YamlReader(file);
    try {
      LoadSettings settings = settings(file);
      YamlLimits.check(file, settings, text);
      Optional<Node> top = new Compose(settings).composeString(text);
      if (top.isEmpty()) {
        throw new TemplateException(file, 0, "the template is empty");
      }
      JsonNode root = reader.value(top.get(), TemplateSource.TOP);
      return new TemplateSource(file, root, Map.copyOf(reader.lines));
    } catch (MarkedYamlEngineException e) {
      throw new TemplateException(
          file, YamlLimits.line(e.getProblemMark()), oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new TemplateException(file, 0, oneLine(String.valueOf(e.getMessage())));
    }
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
  }

  private JsonNode value(Node node, JsonPointer at) {
    lines.putIfAbsent(at, YamlLimits.line(node.getStartMark()));
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      return tagged(node, tag.substring(1), at);
    }
    checkTag(node);
    return plain(node, at);
  }

  /** YAML's own tags name the kind of a value; any other would name what nobody here reads. */
  private void checkTag(Node node) {
    boolean known =
        switch (node) {
          case MappingNode mapping -> mapping.getTag().equals(Tag.MAP);
          case SequenceNode sequence -> sequence.getTag().equals(Tag.SEQ);
          default -> SCALAR_TAGS.contains(node.getTag());
        };
    if (!known) {
      throw fault(node, "the tag " + node.getTag() + " is not understood");
    }
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
      checkTag(key);
      String name = key.getValue();
      if (name.equals("<<") && key.isPlain()) {
        throw fault(key, "merge keys (<<) are not understood, write the members out");
      }
      if (object.has(name)) {
        throw fault(key, "the key " + name + " stands here twice");
      }
      JsonPointer inside = at.appendProperty(name);
      if (inside.length() > PATH_MAX) {
        throw fault(key, "the keys around this part are longer than " + PATH_MAX + " characters");
      }
      lines.put(inside, YamlLimits.line(key.getStartMark()));
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
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(node);
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

  private JsonNode number(ScalarNode node) {
    String text = node.getValue();
    if (text.length() > NUMBER_MAX) {
      throw fault(node, "a number has at most " + NUMBER_MAX + " characters, put it in quotes");
    }
    try {
      return node.getTag().equals(Tag.INT)
          ? integer(new BigInteger(text))
          : JSON.numberNode(new BigDecimal(text));
    } catch (NumberFormatException _) {
      throw fault(node, text + " is not a number that JSON can hold");
    }
  }

  private TemplateException fault(Node node, String what) {
    return new TemplateException(file, YamlLimits.line(node.getStartMark()), what);
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("the template is not YAML");
  }
}
