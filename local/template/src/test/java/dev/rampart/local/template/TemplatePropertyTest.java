package dev.rampart.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.template.source.TemplateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What holds for any text, not only for those that somebody thought of. */
final class TemplatePropertyTest {

  private static JsonNode value(JsonNode node) {
    String yaml = "{Resources: {Box: {Type: A::B::C, Properties: {Value: " + node + "}}}}";
    return Template.read("t.yaml", yaml).stack(Map.of()).get("Box").property("Value");
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  @Property(tries = 300)
  void a_quoted_text_is_read_as_it_is_written(
      @ForAll @AlphaChars @NumericChars @StringLength(max = 40) String text) {
    assertThat(value(text(text))).isEqualTo(text(text));
  }

  @Property(tries = 300)
  void splitting_what_was_joined_gives_the_parts(
      @ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(max = 6) String> parts) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ArrayNode list = json.arrayNode();
    parts.forEach(list::add);
    JsonNode join = json.objectNode().set("Fn::Join", json.arrayNode().add("|").add(list));
    JsonNode split = json.objectNode().set("Fn::Split", json.arrayNode().add("|").add(join));
    assertThat(value(split)).isEqualTo(list);
  }

  @Property
  void a_text_without_variables_is_left_alone_by_sub(@ForAll String text) {
    String plain = text.replace("${", "$");
    assertThat(Substitution.apply(plain, _ -> "replaced")).contains(plain);
  }

  @Property
  void a_variable_is_replaced_wherever_it_stands(
      @ForAll @AlphaChars String before,
      @ForAll @AlphaChars @NotEmpty String name,
      @ForAll @AlphaChars String after) {
    assertThat(Substitution.apply(before + "${" + name + "}" + after, String::toUpperCase))
        .contains(before + name.toUpperCase(Locale.ROOT) + after);
  }

  @Property(tries = 500)
  void whatever_stands_in_the_file_the_fault_is_one_line(@ForAll String text) {
    try {
      assertThat(Template.read("t.yaml", text).stack(Map.of())).isNotNull();
    } catch (TemplateException e) {
      assertThat(e.getMessage()).startsWith("t.yaml:").doesNotContain("\n");
    }
  }
}
