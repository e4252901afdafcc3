package dev.rampart.local.deploy;

import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import java.nio.file.Files;
import java.nio.file.Path;

/** The functions of a stack to deploy: what would fail on the way is told before SAM starts. */
record PlannedFunctions(Stack planned, Path root) {
  /** Lambda: characters of a version's description. */
  static final int VERSION_DESCRIPTION_MAX = 256;

  /**
   * Refuses functions that cannot be deployed.
   *
   * @throws dev.rampart.local.template.source.TemplateException saying which and why
   */
  void require() {
    for (Resource function : planned.ofType("AWS::Serverless::Function")) {
      requireJar(function);
      requireShortDescription(function);
    }
  }

  private void requireJar(Resource function) {
    String jar = function.text("CodeUri", "");
    if (!Files.exists(root.resolve(jar))) {
      throw function.fault(
          "needs " + jar + ", which is not built: any ./rampart command builds it");
    }
  }

  private static void requireShortDescription(Resource function) {
    String description = function.text("VersionDescription", "");
    if (description.length() > VERSION_DESCRIPTION_MAX) {
      throw function.fault(
          "would have a version description of %d characters, and Lambda takes %d: set shorter values, or name fewer in VersionDescription. It would be: %s"
              .formatted(description.length(), VERSION_DESCRIPTION_MAX, description));
    }
  }
}
