package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateSource;
import dev.rampart.local.template.source.YamlReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A template as it was read: well-formed, its sections known, nothing resolved yet. */
public final class Template {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Conditions",
          "Description",
          "Globals",
          "Mappings",
          "Metadata",
          "Outputs",
          "Parameters",
          "Resources",
          "Transform");
  private static final Set<String> RESOURCE_MEMBERS =
      Set.of(
          "Condition",
          "DeletionPolicy",
          "DependsOn",
          "Metadata",
          "Properties",
          "Type",
          "UpdateReplacePolicy");
  private static final String SAM = "AWS::Serverless-2016-10-31";

  private final TemplateSource source;

  private Template(TemplateSource source) {
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @throws TemplateException if it is not a template
   */
  public static Template read(Path file) {
    return of(YamlReader.read(file));
  }

  /**
   * Reads a text.
   *
   * @param file what faults call it
   * @throws TemplateException if it is not a template
   */
  public static Template read(String file, String text) {
    return of(YamlReader.read(file, text));
  }

  static Template of(TemplateSource source) {
    JsonNode root = source.root();
    if (!root.isObject()) {
      throw source.fault(TemplateSource.TOP, "a template is a map of sections");
    }
    known(source, TemplateSource.TOP, root, SECTIONS, "section");
    Sections.check(source);
    JsonNode transform = root.path("Transform");
    if (transform.isArray() || !transform.asText(SAM).equals(SAM)) {
      throw source.fault(
          TemplateSource.TOP.appendProperty("Transform"),
          "the only transform understood is " + SAM);
    }
    if (root.path("Resources").isEmpty()) {
      throw source.fault(TemplateSource.TOP, "the template has no resources");
    }
    JsonPointer resources = TemplateSource.TOP.appendProperty("Resources");
    for (Map.Entry<String, JsonNode> resource : root.path("Resources").properties()) {
      JsonPointer at = resources.appendProperty(resource.getKey());
      known(source, at, resource.getValue(), RESOURCE_MEMBERS, "member of a resource");
    }
    return new Template(source);
  }

  private static void known(
      TemplateSource source, JsonPointer at, JsonNode node, Set<String> names, String kind) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!names.contains(member.getKey())) {
        throw source.fault(
            at.appendProperty(member.getKey()), member.getKey() + " is no known " + kind);
      }
    }
  }

  /**
   * Resolves everything for a stack named {@code local}, in the region and account of a local run.
   *
   * @param parameters values for parameters; the others take their defaults
   * @throws TemplateException if a parameter or a reference does not hold
   */
  public Stack stack(Map<String, String> parameters) {
    return stack(PseudoParameters.local("local"), parameters, Map.of());
  }

  /**
   * Resolves parameters and conditions alone: what refers to a resource, and what only a deployment
   * knows, is a {@link Symbol} in the values. For readers that ask what belongs to what.
   *
   * @param parameters values for parameters; the others take their defaults
   * @throws TemplateException if a parameter or a reference does not hold
   */
  public Stack symbolic(Map<String, String> parameters) {
    return new SymbolicStackBuilder(source, ParameterValues.values(source, parameters))
        .build(
            _ -> {
              throw new IllegalStateException("a stack of symbols is never deployed");
            });
  }

  /**
   * Returns which conditions hold, by name, without resolving anything else.
   *
   * @param parameters values for parameters; the others take their defaults
   * @throws TemplateException if a parameter does not hold
   */
  public Map<String, Boolean> conditions(Map<String, String> parameters) {
    References values = new ParameterReferences(ParameterValues.values(source, parameters));
    return new Evaluator(source, values).conditions().decideAll();
  }

  /** Returns how many values it holds as it is written, maps and lists among them. */
  public int size() {
    return source.lines().size();
  }

  /** Returns a section as it is written; a missing node if the template has none of that name. */
  public JsonNode section(String name) {
    return source.root().path(name);
  }

  /** Returns a fault of the template as a whole, with its file. */
  public TemplateException fault(String what) {
    return new TemplateException(source.file(), 0, what);
  }

  /** Returns the name of the file. */
  public String file() {
    return source.file();
  }

  /**
   * Returns the line of a part, from 1, or that of the nearest part around it.
   *
   * @param at for example {@code /Resources/Key/Properties}
   */
  public int line(JsonPointer at) {
    return source.line(at);
  }

  /**
   * Resolves everything.
   *
   * @param known what resources that exist already are known by; the others get plausible names
   */
  public Stack stack(
      PseudoParameters pseudo,
      Map<String, String> parameters,
      Map<String, PhysicalResource> known) {
    return new StackBuilder(source, pseudo, ParameterValues.values(source, parameters), known)
        .build(more -> stack(pseudo, parameters, more));
  }
}
