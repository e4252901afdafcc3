package dev.rampart.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plants the payloads of the inspector's tests into whatever is text in an answer of the API. */
final class HostileTexts {
  /** Literals and text blocks of Java. */
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)+)\"", Pattern.DOTALL);

  private static final Pattern UNICODE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

  /** With a text in these, a view would ask for ever, or for nothing. */
  private static final Set<String> LEFT = Set.of("nextCursor");

  /** So many of each thing that a list has. */
  private static final int COPIES = 40;

  private final List<String> payloads;
  private final AtomicInteger next = new AtomicInteger();

  HostileTexts() {
    Path tests =
        Path.of(
            Objects.requireNonNull(System.getProperty("rampart.root")),
            "domain/src/test/java/dev/rampart/domain/inspection");
    try (Stream<Path> files = Files.walk(tests)) {
      payloads =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(HostileTexts::literals)
              .distinct()
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> literals(Path file) {
    try {
      Matcher matcher = LITERAL.matcher(Files.readString(file));
      return matcher
          .results()
          .map(found -> Objects.requireNonNullElse(found.group(1), found.group(2)))
          .map(HostileTexts::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiler replaces the escapes of Unicode before it reads any others. */
  private static String text(String literal) {
    return UNICODE
        .matcher(literal)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1))
                    + Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(2), 16))))
        .translateEscapes();
  }

  List<String> all() {
    return payloads;
  }

  /** Returns how many times a text was planted. */
  int planted() {
    return next.get();
  }

  /** Returns the same with a payload in place of each text, and more of all that is in lists. */
  JsonNode plant(JsonNode answer) {
    return switch (answer) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> array(array);
      case TextNode _ -> TextNode.valueOf(payloads.get(next.getAndIncrement() % payloads.size()));
      default -> answer;
    };
  }

  private JsonNode object(ObjectNode object) {
    ObjectNode planted = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!LEFT.contains(member.getKey())) {
        planted.set(member.getKey(), plant(member.getValue()));
      }
    }
    return planted;
  }

  private JsonNode array(ArrayNode array) {
    ArrayNode planted = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < COPIES && !array.isEmpty(); i++) {
      planted.add(plant(array.get(i % array.size())));
    }
    return planted;
  }
}
