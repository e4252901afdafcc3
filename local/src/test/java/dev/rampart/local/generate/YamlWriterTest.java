package dev.rampart.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Template;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written reads back the same. */
final class YamlWriterTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          " a",
          "a ",
          "a: b",
          "a:",
          "a #b",
          "#a",
          "- a",
          "-",
          "?",
          "yes",
          "No",
          "ON",
          "null",
          "~",
          "12",
          "1.5",
          "1e3",
          "0x1f",
          "1_000",
          "12:30",
          "2026-01-01",
          "<<",
          "=",
          "*a",
          "&a",
          "!a",
          "%a",
          "@a",
          "`a",
          "{a}",
          "[a]",
          "a, b",
          "'",
          "\"",
          "it's \"so\"",
          "\\",
          "\\n",
          "a\nb",
          "\n",
          "a\n",
          "a\r\nb",
          "\t",
          "a \tb",
          "\u0000",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\ud83d\ude00",
          "---",
          "...",
          "AWS::SQS::Queue",
          "AWS::SQS:",
          "AWS::",
          "${A}",
          "|",
          ">",
          "Fn::Sub");

  @Property(tries = 500)
  void a_tree_reads_back_the_same(@ForAll("objects") ObjectNode tree) {
    assertThat(read(tree)).isEqualTo(tree);
  }

  @Example
  void awkward_texts_read_back_the_same_short_and_long() {
    ObjectNode tree = JSON.objectNode();
    for (String text : AWKWARD) {
      tree.put("k" + tree.size(), text);
      tree.put("k" + tree.size(), text + " " + "word ".repeat(40) + text);
      tree.put("x" + text, text);
      tree.put(text + ".", text);
      tree.putArray("k" + tree.size()).add(text).add("x" + text).addArray().add(text);
    }
    assertThat(read(tree)).isEqualTo(tree);
  }

  @Example
  void what_older_readers_take_for_truth_stands_in_quotes() {
    assertThat(YamlWriter.lines(JSON.objectNode().put("Yes", "no"), 2))
        .containsExactly("  'Yes': 'no'");
  }

  @Example
  void a_function_of_a_function_has_one_tag() {
    ObjectNode tree = JSON.objectNode();
    tree.putObject("A").set("Fn::Base64", Intrinsics.sub("${B}"));
    assertThat(YamlWriter.lines(tree, 0)).containsExactly("A: {'Fn::Base64': !Sub '${B}'}");
    assertThat(read(tree)).isEqualTo(tree);
  }

  private static JsonNode read(ObjectNode tree) {
    String text = String.join("\n", YamlWriter.lines(tree, 2));
    return Template.read("t.yaml", "Resources: {A: {Type: X}}\nMetadata:\n" + text + "\n")
        .section("Metadata");
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    return objects(3).filter(object -> !object.isEmpty());
  }

  private static Arbitrary<ObjectNode> objects(int depth) {
    return Arbitraries.maps(texts(), values(depth)).ofMaxSize(4).map(YamlWriterTest::object);
  }

  private static ObjectNode object(Map<String, JsonNode> members) {
    return JSON.objectNode().setAll(members);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(AWKWARD),
        Arbitraries.strings().ascii().ofMaxLength(30),
        Arbitraries.strings().withChars("ab '\":#\n\t\\").ofMaxLength(150));
  }

  private static Arbitrary<JsonNode> values(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            texts().map(JSON::textNode),
            Arbitraries.integers().map(JSON::numberNode),
            Arbitraries.of(true, false).map(JSON::booleanNode),
            texts().map(Intrinsics::sub),
            Arbitraries.strings().alpha().ofMinLength(1).map(Intrinsics::ref));
    return depth == 0
        ? scalars
        : Arbitraries.oneOf(
            scalars,
            objects(depth - 1).map(JsonNode.class::cast),
            values(depth - 1).list().ofMaxSize(4).map(YamlWriterTest::array));
  }

  private static ArrayNode array(List<JsonNode> elements) {
    return JSON.arrayNode().addAll(elements);
  }
}
