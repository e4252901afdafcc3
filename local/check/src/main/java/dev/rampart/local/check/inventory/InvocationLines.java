package dev.rampart.local.check.inventory;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.template.Resource;
import java.util.List;

/** One line for each permission to invoke a function. */
final class InvocationLines {
  private InvocationLines() {}

  static List<String> of(CheckedTemplate subject) {
    return subject.ofType("AWS::Lambda::Permission").stream().map(InvocationLines::line).toList();
  }

  private static String line(Resource permission) {
    return "%s: %s may %s %s from %s of account %s"
        .formatted(
            permission.logicalId(),
            permission.text("Principal", "nobody"),
            permission.text("Action", "nothing"),
            permission.text("FunctionName", "nothing"),
            permission.text("SourceArn", "anywhere"),
            permission.text("SourceAccount", "anybody"));
  }
}
