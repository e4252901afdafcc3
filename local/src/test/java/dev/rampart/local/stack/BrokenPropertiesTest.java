package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rampart.local.template.BreakableTemplate;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.source.TemplateException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The template, with one property replaced by a value of another form: an object in place of a
 * value, a text in place of an object or a list. Each that a stand-in reads is refused by resource,
 * property, file and line while nothing has started; the others are those that a run leaves.
 */
final class BrokenPropertiesTest {
  private static final JsonPointer RESOURCES = JsonPointer.compile("/Resources");
  private static final Pattern POSITION = Pattern.compile("/[0-9]+(?=/|$)");

  /** Names of the API's author: of an operation, a response, a header, a model. */
  private static final Pattern OPERATION =
      Pattern.compile("(DefinitionBody/paths/)[^/]+(/(?!parameters)[^/]+)?");

  private static final Pattern NAME =
      Pattern.compile(
          "(gateway-responses/|response[.]header[.]|components/schemas/|responseTemplates/)[^/]+");

  /** What of an API definition only tells a reader something. */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "DefinitionBody[.](openapi|info|paths[.][*][.][*][.](operationId|summary|responses)"
              + "|paths[.].*[.]parameters[.]schema)([.].*)?");

  private static final Pattern REFUSAL =
      Pattern.compile("template\\.yaml:([0-9]+): (\\w+\\.[^ ]*[^ :]):? ");

  private static final Pattern EVENT =
      Pattern.compile("/Resources/(\\w+)/Properties/Events/(\\w+)/Properties.*");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode OBJECT =
      JSON.objectNode().set("Nonsense", JSON.objectNode().put("Nonsense", 1));
  private static final JsonNode TEXT = JSON.textNode("Nonsense");

  private final BreakableTemplate template =
      new BreakableTemplate(Path.of(System.getProperty("rampart.root", "."), "template.yaml"));
  private final Stack stack = template.whole().stack(Map.of());
  private final StackPlan plan = StackPlans.of(template.whole());

  @Test
  void every_property_that_is_read_is_refused_in_another_form() {
    List<JsonPointer> places = places();
    List<String> wrong = new ArrayList<>();
    for (JsonPointer place : places) {
      Optional<String> refusal = refusal(place);
      if (!refusal.map(message -> names(message, place)).orElse(false)) {
        wrong.add(place + " -> " + refusal.orElse("taken"));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(places).hasSizeGreaterThan(200);
  }

  /** Returns one place for each property of each type. */
  private List<JsonPointer> places() {
    Map<String, JsonPointer> places = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> resource : template.at(RESOURCES).properties()) {
      String type = resource.getValue().path("Type").asText();
      if (stack.find(resource.getKey()).isPresent() && !plan.left().names().contains(type)) {
        JsonPointer properties =
            RESOURCES.appendProperty(resource.getKey()).appendProperty("Properties");
        for (JsonPointer place : template.below(properties)) {
          String property = property(place);
          if (!isLeft(property) && !DESCRIPTION.matcher(property).matches()) {
            places.putIfAbsent(type + property, place);
          }
        }
      }
    }
    return List.copyOf(places.values());
  }

  /** Returns the path of a property in its resource, whatever its position and its operation. */
  private static String property(JsonPointer place) {
    String path = place.tail().tail().tail().toString().substring(1);
    String operation = OPERATION.matcher(POSITION.matcher(path).replaceAll("")).replaceAll("$1*/*");
    return NAME.matcher(operation).replaceAll("$1*").replace('/', '.');
  }

  private boolean isLeft(String property) {
    return plan.left().names().stream()
        .anyMatch(left -> property.equals(left) || property.startsWith(left + "."));
  }

  private Optional<String> refusal(JsonPointer place) {
    boolean single = template.isComputed(place) || !template.at(place).isContainerNode();
    try {
      StackPlan _ = StackPlans.of(template.with(place, single ? OBJECT : TEXT));
      return Optional.empty();
    } catch (TemplateException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Says whether a refusal names the property, or one around it that is read whole, with its line.
   * What SAM makes of an event has a name of its own that begins with that of the function.
   */
  private boolean names(String message, JsonPointer place) {
    Matcher refusal = REFUSAL.matcher(message);
    return refusal.find()
        && around(place)
            .anyMatch(
                property ->
                    Integer.parseInt(refusal.group(1)) == template.line(property)
                        && (refusal.group(2).equals(dotted(property))
                            || isMapping(refusal.group(2), property)));
  }

  private static Stream<JsonPointer> around(JsonPointer place) {
    return Stream.iterate(
        place,
        property -> property.tail().tail().tail().toString().length() > 1,
        JsonPointer::head);
  }

  /** Returns for {@code /Resources/A/Properties/B/0} the name {@code A.B.0}. */
  private static String dotted(JsonPointer property) {
    String path = property.tail().toString().replaceFirst("/Properties", "").substring(1);
    return path.replace('/', '.').replace("~1", "/");
  }

  private static boolean isMapping(String named, JsonPointer property) {
    Matcher event = EVENT.matcher(property.toString());
    return event.matches() && named.startsWith(event.group(1) + event.group(2) + ".");
  }
}
