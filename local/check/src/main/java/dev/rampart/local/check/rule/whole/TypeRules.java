package dev.rampart.local.check.rule.whole;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.ExpectedTypes;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Resource;
import java.util.List;

/** Which types of resources are expected. */
final class TypeRules {
  private TypeRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "TPL-09",
            "Each resource is of a type that the rules know",
            "a user with an access key, a bucket or a second API would be judged by no rule",
            "remove the resource, or add its type to ExpectedTypes with rules that judge it",
            TypeRules::expected));
  }

  private static void expected(CheckedTemplate subject, Examination seen) {
    for (Resource resource : subject.resources()) {
      seen.expect(ExpectedTypes.contains(resource.type()), resource);
    }
  }
}
