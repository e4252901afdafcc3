package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.template.source.TemplateFile;
import dev.rampart.local.template.source.TemplateSource;
import dev.rampart.local.template.source.YamlLimits;
import java.util.Map;

/**
 * Bounds what the resources of a template hold together once Globals stand in each function and
 * each reference has its value: a short template can repeat a large part many times.
 */
final class ValueBudget {
  /** In values; twice what a template may have written, for a part of it is always repeated. */
  static final int VALUES_MAX = 2 * YamlLimits.VALUES_MAX;

  /** In characters; twice what CloudFormation takes as a template, for the same reason. */
  static final int LENGTH_MAX = 2 * TemplateFile.SIZE_MAX;

  private final TemplateSource source;
  private int valuesLeft = VALUES_MAX;
  private int lengthLeft = LENGTH_MAX;

  ValueBudget(TemplateSource source) {
    this.source = source;
  }

  /**
   * Counts a value with everything in it, and stops where there is too much of it.
   *
   * @param at where it is repeated or resolved
   * @throws TemplateException if there is more than the budget
   */
  void spend(JsonNode value, JsonPointer at) {
    valuesLeft--;
    if (value.isTextual()) {
      lengthLeft -= value.textValue().length();
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      lengthLeft -= member.getKey().length();
    }
    if (valuesLeft < 0 || lengthLeft < 0) {
      throw source.fault(
          at,
          "with Globals and references written out, the resources hold more than %d values or %d characters; repeat less"
              .formatted(VALUES_MAX, LENGTH_MAX));
    }
    value.forEach(part -> spend(part, at));
  }
}
