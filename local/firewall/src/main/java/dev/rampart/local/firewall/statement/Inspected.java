package dev.rampart.local.firewall.statement;

import dev.rampart.local.firewall.field.Extract;
import dev.rampart.local.firewall.field.RequestComponent;
import dev.rampart.local.firewall.request.InspectedRequest;
import dev.rampart.local.firewall.transformation.TextTransformation;
import java.util.List;
import java.util.function.Predicate;

/** A component of the request and how it is transformed before a statement looks at it. */
public record Inspected(RequestComponent component, List<TextTransformation> transformations) {
  /** Of each transformation (AWS WAF Developer Guide, "Using text transformations"). */
  private static final int TRANSFORMATION_CAPACITY = 10;

  public Inspected {
    transformations = List.copyOf(transformations);
  }

  Extract extract(InspectedRequest request) {
    return switch (component.extract(request)) {
      case Extract.Values(List<String> texts) ->
          transformations.isEmpty()
              ? new Extract.Values(texts)
              : new Extract.Values(texts.stream().map(this::transform).toList());
      case Extract.Decided decided -> decided;
    };
  }

  /** Returns a text after all transformations. */
  String transform(String text) {
    String transformed = text;
    for (TextTransformation each : transformations) {
      transformed = each.apply(transformed);
    }
    return transformed;
  }

  /** Returns whether one of the texts meets a condition, or none needs to be looked at. */
  public boolean any(RequestEvaluation evaluation, Predicate<String> condition) {
    return switch (evaluation.extract(this)) {
      case Extract.Values(List<String> texts) -> texts.stream().anyMatch(condition);
      case Extract.Decided(boolean matches) -> matches;
    };
  }

  /** Returns the cost of a statement whose kind has this base cost. */
  int capacity(int base) {
    return base * component.capacityFactor()
        + component.extraCapacity()
        + TRANSFORMATION_CAPACITY * transformations.size();
  }
}
