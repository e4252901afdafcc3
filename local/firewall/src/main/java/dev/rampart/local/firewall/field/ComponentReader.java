package dev.rampart.local.firewall.field;

import dev.rampart.local.firewall.transformation.TextTransformation;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads which component of a request a statement inspects, and how it is transformed before. */
public final class ComponentReader {
  private static final String PATTERN = "MatchPattern";
  private static final String SCOPE = "MatchScope";
  private static final String OVERSIZE = "OversizeHandling";

  /** Transformations of one statement at most (AWS WAF API Reference, e.g. ByteMatchStatement). */
  private static final int TRANSFORMATIONS_MAX = 10;

  private ComponentReader() {}

  /** Reads {@code FieldToMatch} of a statement. */
  public static RequestComponent component(Properties statement) {
    return component(statement, "FieldToMatch");
  }

  /** Reads a component that stands in a property. */
  public static RequestComponent component(Properties owner, String name) {
    Properties field = owner.object(name);
    if (field.names().size() != 1) {
      throw owner.fault(name, "does not name one request component");
    }
    String kind = field.names().getFirst();
    Properties details = field.object(kind);
    return switch (kind) {
      case "UriPath" -> new RequestComponent.UriPath();
      case "QueryString" -> new RequestComponent.Query();
      case "Method" -> new RequestComponent.Method();
      case "AllQueryArguments" -> new RequestComponent.Arguments();
      case "SingleHeader" -> new RequestComponent.Header(details.text("Name"));
      case "SingleQueryArgument" -> new RequestComponent.Argument(details.text("Name"));
      case "Body" ->
          new RequestComponent.Body(details.choice(OVERSIZE, "CONTINUE", Oversize.BY_NAME));
      case "JsonBody" -> jsonBody(details);
      case "Headers" ->
          new RequestComponent.Headers(
              selection(details, "Headers"), scope(details), oversize(details));
      case "Cookies" ->
          new RequestComponent.Cookies(
              selection(details, "Cookies"), scope(details), oversize(details));
      case "HeaderOrder" -> new RequestComponent.HeaderOrder(oversize(details));
      default ->
          throw owner.fault(
              name, "names the component " + kind + ", which the local run does not inspect");
    };
  }

  private static PartScope scope(Properties details) {
    details.text(SCOPE);
    return details.choice(SCOPE, "", PartScope.BY_NAME);
  }

  private static Oversize oversize(Properties details) {
    details.text(OVERSIZE);
    return details.choice(OVERSIZE, "", Oversize.BY_NAME);
  }

  private static RequestComponent jsonBody(Properties details) {
    Properties pattern = pattern(details);
    RequestComponent.JsonFallback fallback =
        details.choice(
            "InvalidFallbackBehavior",
            "",
            Map.of(
                "", RequestComponent.JsonFallback.NONE,
                "MATCH", RequestComponent.JsonFallback.MATCH,
                "NO_MATCH", RequestComponent.JsonFallback.NO_MATCH,
                "EVALUATE_AS_STRING", RequestComponent.JsonFallback.EVALUATE_AS_STRING));
    Oversize oversize = details.choice(OVERSIZE, "CONTINUE", Oversize.BY_NAME);
    if (pattern.has("All")) {
      pattern.object("All");
      return new RequestComponent.JsonBody(List.of(), scope(details), fallback, oversize);
    }
    List<String> paths = pattern.texts("IncludedPaths");
    if (paths.isEmpty() || !paths.stream().allMatch(path -> path.startsWith("/"))) {
      throw pattern.fault("IncludedPaths", "is not a list of JSON pointers that begin with /");
    }
    return new RequestComponent.JsonBody(paths, scope(details), fallback, oversize);
  }

  private static Properties pattern(Properties details) {
    Properties pattern = details.object(PATTERN);
    if (pattern.names().size() != 1) {
      throw details.fault(PATTERN, "does not name one pattern");
    }
    return pattern;
  }

  private static RequestComponent.Selection selection(Properties details, String what) {
    Properties pattern = pattern(details);
    if (pattern.has("All")) {
      pattern.object("All");
      return new RequestComponent.Selection.All();
    }
    return pattern.has("Included" + what)
        ? new RequestComponent.Selection.Included(pattern.texts("Included" + what))
        : new RequestComponent.Selection.Excluded(pattern.texts("Excluded" + what));
  }

  /** A transformation with its place in the order. */
  private record Step(int priority, TextTransformation transformation) {}

  /** Reads {@code TextTransformations}, in the order in which they are applied. */
  public static List<TextTransformation> transformations(Properties owner) {
    List<Step> steps = new ArrayList<>();
    for (Properties each : owner.objects("TextTransformations")) {
      each.text("Priority");
      each.text("Type");
      int priority = each.number("Priority", 0, 0, Integer.MAX_VALUE);
      if (steps.stream().anyMatch(step -> step.priority() == priority)) {
        throw each.fault("Priority", "stands twice");
      }
      steps.add(new Step(priority, each.choice("Type", "", TextTransformation.byName())));
    }
    if (steps.isEmpty() || steps.size() > TRANSFORMATIONS_MAX) {
      throw owner.fault(
          "TextTransformations", "does not name 1 to " + TRANSFORMATIONS_MAX + " transformations");
    }
    return steps.stream()
        .sorted(Comparator.comparingInt(Step::priority))
        .map(Step::transformation)
        .filter(each -> each != TextTransformation.NONE)
        .toList();
  }
}
