package dev.rampart.local.check;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;

/** Bounds the work on one template: every rule looks at every value, in each case anew. */
final class CaseBudget {
  /** In values; they take some 10 microseconds each, so a template is judged in about 5 seconds. */
  static final int VALUES_MAX = 500_000;

  private int left = VALUES_MAX;

  /**
   * Counts a case.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it is one too many for a
   *     template of its size
   */
  CheckedTemplate spend(CheckedTemplate subject) {
    left -= subject.template().size();
    for (Resource resource : subject.resources()) {
      left -= Json.size(resource.properties());
    }
    if (left < 0) {
      throw subject
          .template()
          .fault(
              "the template is too large to be judged with so many sets of parameters: together"
                  + " they hold more than "
                  + VALUES_MAX
                  + " values; list fewer sets under Metadata.CheckedWith, or have fewer"
                  + " conditions");
    }
    return subject;
  }
}
